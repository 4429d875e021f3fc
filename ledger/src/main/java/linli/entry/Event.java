package linli.entry;

/**
 * What an entry says: one of a closed set of records, grouped by the desk that writes them. The name of the record is the type
 * on the wire, the names of its components are the field names, in this order; {@code docs/events} has a page for each.
 *
 * <p>Every record refuses in its constructor what can never be true, with {@link EntryException}. What is wrong only in its
 * context is for the rules of the ledger.
 */
public sealed interface Event
        permits CountyEvent,
                OfficeEvent,
                TeamEvent,
                VolunteeringEvent,
                HoursEvent,
                WishEvent,
                ShopEvent,
                PointsEvent,
                Event.Unknown {

    /**
     * An event of a type that this version does not know. It is kept as signed, counted and skipped.
     *
     * @param type the type's name
     */
    record Unknown(String type) implements Event {}
}
