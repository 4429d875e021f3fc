package linli.sim;

import java.util.List;
import linli.ledger.Policy;

/** What a county adopts, as its life has it: in some lives nothing is shown for long and points lapse soon, in others they last. */
final class Bylaws {
    private final Lot lot;
    private final boolean shortLived;

    Bylaws(Lot lot) {
        // Small seeds begin alike: without being mixed they would all draw the same here.
        this.lot = Lot.of(lot.seed(), "bylaws");
        this.shortLived = this.lot.chance(0.7);
    }

    /** The next version of the policy. */
    String draw() {
        String document = Policy.defaultDocument();
        document = with(document, "pointsPerHour", lot.between(1, 9));
        document = with(document, "clockNeedsSecondPerson", lot.chance(0.3));
        document = with(document, "longestSessionMinutes", lot.pick(List.of(60, 240, 720)));
        document = with(document, "dailyCapMinutes", lot.pick(List.of(300, 720)));
        document = with(document, "publicityDays", shortLived ? lot.below(3) : lot.pick(List.of(0, 3, 7)));
        document = with(document, "expiryMonths", shortLived ? lot.between(1, 2) : lot.pick(List.of(0, 24)));
        document = with(document, "holdingLimit", lot.chance(0.4) ? lot.between(20, 120) : 5_000);
        document = with(document, "adjustAlone", lot.pick(List.of(5, 20, 100)));
        document = with(document, "redemptionsPerDay", lot.between(1, 5));
        document = with(document, "reverseAloneMinutes", lot.pick(List.of(0, 30, 1_440)));
        return with(document, "respondWithinHours", lot.between(1, 72));
    }

    /** Every field of this name gets the value. */
    private static String with(String document, String field, Object value) {
        return document.replaceAll("(\"" + field + "\": )[^,}\\s]+", "$1" + value);
    }
}
