/** Working days: which days offices are open. Knows nothing of ledgers. The door is {@link linli.calendar.WorkCalendar}. */
@org.jspecify.annotations.NullMarked
package linli.calendar;
