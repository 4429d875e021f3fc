package linli.sim;

import linli.ledger.LedgerException;

/** A node may refuse to write, but it must have a reason. */
final class Excuses {
    private Excuses() {}

    static void require(SimNode node, LedgerException e) {
        boolean excused = switch (e.code()) {
            case DISK -> node.hadDiskTrouble() || isFrozen(node);
            case TAIL_MISSING -> node.folder().isHeldBack();
            case CATCHING_UP -> isBehindItself(node);
            case CLOSED -> node.disk().powerLost();
            default -> false;
        };
        if (!excused) {
            throw new Broken(node + " does not write: " + e.getMessage(), e);
        }
    }

    /** Whether somebody has shown it that its key signed two logs. */
    private static boolean isFrozen(SimNode node) {
        return node.ledger().fork().isPresent();
    }

    /** Whether its own log rests on more of the county's than it has. */
    private static boolean isBehindItself(SimNode node) {
        return node.ledger().standings().stream()
                .anyMatch(standing -> standing.branch() == node.branch()
                        && standing.posted()
                                < Promises.first(node.ledger())
                                        + node.ledger().log().size());
    }
}
