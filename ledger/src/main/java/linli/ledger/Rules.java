package linli.ledger;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import linli.entry.CountyEvent.BranchClosed;
import linli.entry.CountyEvent.BranchEnrolled;
import linli.entry.CountyEvent.BranchKeyRotated;
import linli.entry.CountyEvent.CountyFounded;
import linli.entry.CountyEvent.PolicyAdopted;
import linli.entry.Entry;
import linli.entry.EntryId;
import linli.entry.Event;
import linli.entry.EventTypes;
import linli.entry.HoursEvent.CertificateIssued;
import linli.entry.HoursEvent.DisputeDismissed;
import linli.entry.HoursEvent.HoursApproved;
import linli.entry.HoursEvent.HoursDisputed;
import linli.entry.HoursEvent.HoursRecorded;
import linli.entry.HoursEvent.HoursRejected;
import linli.entry.HoursEvent.HoursReversed;
import linli.entry.HoursEvent.NationalAnswered;
import linli.entry.HoursEvent.PublicityEnded;
import linli.entry.OfficeEvent.CosignerNamed;
import linli.entry.OfficeEvent.CountyWitnessed;
import linli.entry.OfficeEvent.StaffAppointed;
import linli.entry.OfficeEvent.StaffDismissed;
import linli.entry.PointsEvent.PointsAdjusted;
import linli.entry.PointsEvent.PointsExpired;
import linli.entry.PointsEvent.PointsReceived;
import linli.entry.PointsEvent.PointsSent;
import linli.entry.ShopEvent.CouponUsed;
import linli.entry.ShopEvent.ItemDelisted;
import linli.entry.ShopEvent.ItemListed;
import linli.entry.ShopEvent.ItemPictured;
import linli.entry.ShopEvent.ItemRepriced;
import linli.entry.ShopEvent.PointsRedeemed;
import linli.entry.ShopEvent.RedemptionReversed;
import linli.entry.ShopEvent.StockCounted;
import linli.entry.ShopEvent.StockReceived;
import linli.entry.TeamEvent.TeamDissolved;
import linli.entry.TeamEvent.TeamFormed;
import linli.entry.TeamEvent.TeamJoined;
import linli.entry.TeamEvent.TeamLeft;
import linli.entry.VolunteeringEvent.ActivityClosed;
import linli.entry.VolunteeringEvent.ActivityOpened;
import linli.entry.VolunteeringEvent.CheckOutMissed;
import linli.entry.VolunteeringEvent.CheckedIn;
import linli.entry.VolunteeringEvent.CheckedOut;
import linli.entry.VolunteeringEvent.PinSet;
import linli.entry.VolunteeringEvent.VolunteerEnrolled;
import linli.entry.WishEvent.WishAccepted;
import linli.entry.WishEvent.WishClaimDeclined;
import linli.entry.WishEvent.WishClaimRequested;
import linli.entry.WishEvent.WishClaimWithdrawn;
import linli.entry.WishEvent.WishClaimed;
import linli.entry.WishEvent.WishClosed;
import linli.entry.WishEvent.WishConfirmed;
import linli.entry.WishEvent.WishDispatched;
import linli.entry.WishEvent.WishFulfilled;
import linli.entry.WishEvent.WishPosted;
import linli.entry.WishEvent.WishReleased;

/**
 * Every rule, by event: one pure function from an entry and the accounts before it to the accounts after it, or to a refusal.
 *
 * <p>A local event that is refused is never written. A foreign one stands in its author's log already; it is kept, changes
 * nothing and becomes a {@link Finding}. So every node that holds the same logs has the same accounts.
 */
final class Rules {
    private static final Map<Class<? extends Event>, BiConsumer<? extends Event, Posting>> BY_EVENT = new HashMap<>();

    static {
        on(CountyFounded.class, CountyRules::founded);
        on(PolicyAdopted.class, CountyRules::policyAdopted);
        on(BranchEnrolled.class, BranchRules::enrolled);
        on(BranchKeyRotated.class, BranchRules::keyRotated);
        on(BranchClosed.class, BranchRules::closed);
        on(CountyWitnessed.class, CountyRules::witnessed);
        on(CosignerNamed.class, OfficeRules::cosignerNamed);
        on(StaffAppointed.class, OfficeRules::appointed);
        on(StaffDismissed.class, OfficeRules::dismissed);
        on(VolunteerEnrolled.class, AttendanceRules::enrolled);
        on(PinSet.class, AttendanceRules::pinSet);
        on(ActivityOpened.class, ActivityRules::opened);
        on(ActivityClosed.class, ActivityRules::closed);
        on(CheckedIn.class, AttendanceRules::checkedIn);
        on(CheckedOut.class, AttendanceRules::checkedOut);
        on(CheckOutMissed.class, AttendanceRules::checkOutMissed);
        on(HoursRecorded.class, HoursRules::recorded);
        on(HoursApproved.class, HoursRules::approved);
        on(HoursRejected.class, HoursRules::rejected);
        on(HoursReversed.class, HoursRules::reversed);
        on(HoursDisputed.class, PublicityRules::disputed);
        on(DisputeDismissed.class, PublicityRules::dismissed);
        on(PublicityEnded.class, PublicityRules::ended);
        on(CertificateIssued.class, PaperRules::issued);
        on(NationalAnswered.class, PaperRules::answered);
        on(TeamFormed.class, TeamRules::formed);
        on(TeamDissolved.class, TeamRules::dissolved);
        on(TeamJoined.class, TeamRules::joined);
        on(TeamLeft.class, TeamRules::left);
        on(WishPosted.class, WishRules::posted);
        on(WishAccepted.class, WishRules::accepted);
        on(WishDispatched.class, WishRules::dispatched);
        on(WishReleased.class, WishRules::released);
        on(WishFulfilled.class, WishRules::fulfilled);
        on(WishClosed.class, WishRules::closed);
        on(WishConfirmed.class, ConfirmationRules::confirmed);
        on(WishClaimed.class, ClaimRules::claimed);
        on(WishClaimRequested.class, ClaimRules::requested);
        on(WishClaimWithdrawn.class, ClaimRules::withdrawn);
        on(WishClaimDeclined.class, ClaimRules::declined);
        on(PointsAdjusted.class, PointsRules::adjusted);
        on(PointsExpired.class, PointsRules::expired);
        on(PointsSent.class, TransferRules::sent);
        on(PointsReceived.class, TransferRules::received);
        on(ItemListed.class, ShopShelfRules::listed);
        on(ItemPictured.class, ShopShelfRules::pictured);
        on(ItemRepriced.class, ShopShelfRules::repriced);
        on(ItemDelisted.class, ShopShelfRules::delisted);
        on(StockReceived.class, ShopStockRules::received);
        on(StockCounted.class, ShopStockRules::counted);
        on(PointsRedeemed.class, ShopCounterRules::redeemed);
        on(RedemptionReversed.class, ShopCounterRules::reversed);
        on(CouponUsed.class, ShopCouponRules::used);
    }

    private Rules() {}

    private static <E extends Event> void on(Class<E> event, BiConsumer<E, Posting> rule) {
        BY_EVENT.put(event, rule);
    }

    /** The events that this version carries out. */
    static Set<Class<? extends Event>> inService() {
        return BY_EVENT.keySet();
    }

    /**
     * Posts one entry that stands in its log.
     *
     * @return empty when the changes are in {@code accounts}; the refusal when nothing is
     */
    static Optional<Outcome.Refused> post(EntryId id, Entry entry, Changes accounts) {
        return carryOut(new Posting(id, entry, accounts, false), entry, accounts);
    }

    /** As {@link #post}, for an entry that this node would write: whatever it knows besides may speak against it too. */
    static Optional<Outcome.Refused> decide(EntryId id, Entry entry, Changes accounts) {
        return carryOut(new Posting(id, entry, accounts, true), entry, accounts);
    }

    private static Optional<Outcome.Refused> carryOut(Posting posting, Entry entry, Changes accounts) {
        try {
            apply(entry.event(), posting);
            posting.put(Table.LAST_ENTRIES, posting.branch(), new Table.LastEntry(entry.atSeconds()));
            accounts.addAll(posting.changes());
            return Optional.empty();
        } catch (Rejection.RefusedException e) {
            return Optional.of(e.refusal());
        }
    }

    private static void checkPlace(Event event, Posting posting) {
        Table.LastEntry last = posting.get(Table.LAST_ENTRIES, posting.branch());
        Rejection.TIME_RUNS_BACKWARDS.unless(
                last == null || posting.atSeconds() >= last.atSeconds(), "earlier than the entry ahead of it");
        boolean begins = event instanceof CountyFounded || event instanceof CountyWitnessed;
        Rejection.NOT_FOUNDED.unless(
                begins || posting.get(Table.LAST_ENTRIES, posting.branch()) != null,
                "the log does not begin with its founding");
    }

    @SuppressWarnings("unchecked") // on() keeps the event and its rule together.
    private static <E extends Event> void apply(E event, Posting posting) {
        BiConsumer<E, Posting> rule = (BiConsumer<E, Posting>) BY_EVENT.get(event.getClass());
        if (rule == null) {
            throw Rejection.NOT_IN_SERVICE.because("%s is not carried out by this version", EventTypes.nameOf(event));
        }
        checkPlace(event, posting);
        rule.accept(event, posting);
    }
}
