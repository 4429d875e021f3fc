package linli.web.page;

import linli.web.hours.HoursPage;
import linli.web.hours.Person;
import linli.web.hours.PinByStaff;
import org.jspecify.annotations.Nullable;

/**
 * The page of a volunteer's hours.
 *
 * @param person whose
 * @param page the records shown
 * @param newest whether these are the newest ones
 * @param pin who set their PIN, where it was not they; null where it was
 */
public record HoursView(
        Person person,
        HoursPage page,
        boolean newest,
        @Nullable PinByStaff pin) {}
