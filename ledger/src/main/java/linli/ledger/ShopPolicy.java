package linli.ledger;

/**
 * What holds at the points shop.
 *
 * @param redemptionsPerDay of one volunteer at one branch
 * @param reverseAloneMinutes in which one member of staff alone may undo a redemption; later it takes two
 */
public record ShopPolicy(int redemptionsPerDay, int reverseAloneMinutes) {
    public ShopPolicy {
        Policy.within("redemptionsPerDay", redemptionsPerDay, 1, 100);
        Policy.within("reverseAloneMinutes", reverseAloneMinutes, 0, 7 * 24 * 60);
    }
}
