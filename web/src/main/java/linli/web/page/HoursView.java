package linli.web.page;

import linli.web.hours.HoursPage;
import linli.web.hours.Person;

/**
 * The page of a volunteer's hours.
 *
 * @param person whose
 * @param page the records shown
 * @param newest whether these are the newest ones
 */
public record HoursView(Person person, HoursPage page, boolean newest) {}
