package linli.bundle;

import java.util.Optional;
import linli.peer.Vouched;

/**
 * A receipt that was found on a stick, verified.
 *
 * @param by number of the node that wrote it
 * @param atSeconds when, by its clock, in seconds since 1970
 * @param holds how much of this node's own log it has signed for; empty where it has not
 */
public record ReceiptReport(int by, long atSeconds, Optional<Vouched> holds) {}
