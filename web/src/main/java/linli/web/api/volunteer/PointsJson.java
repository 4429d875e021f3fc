package linli.web.api.volunteer;

import linli.ledger.Balance;

/**
 * How somebody stands with points at this branch.
 *
 * @param held to be spent
 * @param announced on public show, and held once it is over
 * @param owed taken back when they were spent already; what is earned next pays it
 */
public record PointsJson(long held, long announced, long owed) {
    public static PointsJson of(Balance balance) {
        return new PointsJson(balance.held(), balance.announced(), balance.owed());
    }
}
