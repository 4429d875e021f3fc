package linli.ledger;

/**
 * What happened to goods in some time, as sums.
 *
 * @param redeemed pieces that volunteers took
 * @param reversed pieces that came back, whenever they were taken
 * @param spentPoints points for those taken
 * @param returnedPoints points for those that came back
 * @param couponsUsed services given
 * @param received pieces delivered
 * @param stockTakes how often they were counted
 * @param difference pieces found too many, or missing where below zero
 */
public record Turnover(
        long redeemed,
        long reversed,
        long spentPoints,
        long returnedPoints,
        long couponsUsed,
        long received,
        long stockTakes,
        long difference) {

    public static final Turnover NONE = new Turnover(0, 0, 0, 0, 0, 0, 0, 0);

    static Turnover redeemed(long pieces, long points) {
        return new Turnover(pieces, 0, points, 0, 0, 0, 0, 0);
    }

    static Turnover reversed(long pieces, long points) {
        return new Turnover(0, pieces, 0, points, 0, 0, 0, 0);
    }

    static Turnover couponUsed() {
        return new Turnover(0, 0, 0, 0, 1, 0, 0, 0);
    }

    static Turnover received(long pieces) {
        return new Turnover(0, 0, 0, 0, 0, pieces, 0, 0);
    }

    static Turnover counted(long difference) {
        return new Turnover(0, 0, 0, 0, 0, 0, 1, difference);
    }

    public Turnover plus(Turnover more) {
        return new Turnover(
                redeemed + more.redeemed,
                reversed + more.reversed,
                spentPoints + more.spentPoints,
                returnedPoints + more.returnedPoints,
                couponsUsed + more.couponsUsed,
                received + more.received,
                stockTakes + more.stockTakes,
                difference + more.difference);
    }

    /** By which the stock changed. */
    public long stockChange() {
        return received + reversed + difference - redeemed;
    }

    /** Points that the shop took. */
    public long points() {
        return spentPoints - returnedPoints;
    }
}
