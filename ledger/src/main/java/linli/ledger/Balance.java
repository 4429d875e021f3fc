package linli.ledger;

/**
 * How a volunteer stands with points at one branch.
 *
 * @param held to spend there
 * @param announced for hours on public show, to be held when that is over
 * @param owed to be earned again before new ones are held; zero or more
 */
public record Balance(long held, long announced, long owed) {
    public static final Balance NONE = new Balance(0, 0, 0);

    public Balance plus(Balance other) {
        return new Balance(held + other.held, announced + other.announced, owed + other.owed);
    }
}
