package linli.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import linli.entry.Actor;
import linli.entry.EntryId;
import linli.entry.Event;
import linli.entry.HoursEvent.HoursDisputed;
import linli.entry.HoursEvent.HoursRecorded;
import linli.entry.HoursEvent.HoursRejected;
import linli.entry.HoursEvent.HoursReversed;
import linli.entry.OfficeEvent.StaffAppointed;
import linli.entry.OfficeEvent.StaffDismissed;
import linli.entry.PointsEvent.Basis;
import linli.entry.PointsEvent.PointsAdjusted;
import linli.entry.RequestId;
import linli.entry.Role;
import linli.entry.ShopEvent.ItemDelisted;
import linli.entry.ShopEvent.ItemListed;
import linli.entry.ShopEvent.Line;
import linli.entry.ShopEvent.PointsRedeemed;
import linli.entry.ShopEvent.StockReceived;
import linli.entry.TeamEvent;
import linli.entry.TeamEvent.TeamFormed;
import linli.entry.VolunteerNo;
import linli.entry.VolunteeringEvent.ActivityClosed;
import linli.entry.VolunteeringEvent.ActivityOpened;
import linli.entry.WishEvent.End;
import linli.entry.WishEvent.Kind;
import linli.entry.WishEvent.WishClaimed;
import linli.entry.WishEvent.WishClosed;
import linli.entry.WishEvent.WishFulfilled;
import linli.entry.WishEvent.WishReleased;
import linli.keys.PinHash;
import linli.office.Office;
import linli.office.WishDesk;
import linli.profile.Profile;
import linli.profile.WishDetails;

/** Somebody types what a browser would run into every field there is, and others look at every page that a link leads to. */
final class TypedText {
    /** Out of an attribute, out of an element, and what templates of several kinds would reckon. */
    private static final String TYPED = "\"'><img src=x><script>alert(2)</script>{{7*7}}";
    /** Some of it as it would run. */
    private static final Pattern RUNS = Pattern.compile("<img src=x|<script>alert|\\{49");

    private static final String SEEN = "alert(2)";
    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"]*)\"");
    private static final int MOST_PAGES = 1_000;
    private static final Actor MANAGER = new Actor.Staff("lin");

    private final StaffedVillage village;
    private final VolunteerNo typist;

    TypedText(StaffedVillage village) {
        this.village = village;
        LocalDate today = village.village.today();
        Profile profile = Profile.builder()
                .name(TYPED)
                .formerNumber("\"><script>")
                .area(TYPED)
                .guardian(TYPED)
                .skills(List.of("\"><script>alert(2)</script>"))
                .consentedOn(today)
                .pinHash(PinHash.of(Village.PIN.toCharArray()))
                .build();
        typist = new VolunteerNo(village.village
                .office
                .enrol(new Office.Application(profile, today, RequestId.random()), Village.CLERK)
                .idOrThrow());
        hours(today);
        shop();
        wishes(today);
        write(Actor.NODE, new StaffAppointed("typist", TYPED, List.of(Role.CLERK), null));
        write(Actor.NODE, new StaffAppointed("typist-two", TYPED, List.of(Role.CLERK), null));
        write(Actor.NODE, new StaffDismissed("typist-two", TYPED));
    }

    private EntryId write(Actor by, Event event) {
        return village.village.write(by, event);
    }

    private void hours(LocalDate today) {
        EntryId activity = write(Village.CLERK, opened());
        EntryId rejected = write(Village.CLERK, recorded(activity, today));
        write(Village.APPROVER, new HoursRejected(rejected, TYPED));
        EntryId reversed = write(Village.CLERK, recorded(activity, today));
        village.village.approve(reversed);
        write(Village.APPROVER, new HoursReversed(reversed, TYPED));
        EntryId disputed = write(Village.CLERK, recorded(activity, today));
        village.village.approve(disputed);
        write(Village.CLERK, new HoursDisputed(disputed, TYPED));
        write(Village.CLERK, recorded(activity, today));
        write(Village.CLERK, new ActivityClosed(write(Village.CLERK, opened()), 5, TYPED));
        write(Village.CLERK, new TeamFormed(TeamEvent.Kind.EMERGENCY, TYPED));
    }

    private static ActivityOpened opened() {
        return new ActivityOpened(TYPED, TYPED, "elder-care", null, null, TYPED, null);
    }

    private HoursRecorded recorded(EntryId activity, LocalDate day) {
        return new HoursRecorded(typist, activity, day, null, null, 30, TYPED, null);
    }

    private void shop() {
        write(MANAGER, new PointsAdjusted(typist, 50, Basis.CIVIC_ACT, TYPED, null));
        EntryId item = write(MANAGER, new ItemListed(TYPED, TYPED, 5, null));
        write(Village.CLERK, new StockReceived(item, 20, TYPED));
        write(Village.CLERK, new PointsRedeemed(typist, List.of(new Line(item, 1)), 5));
        write(MANAGER, new ItemDelisted(write(MANAGER, new ItemListed(TYPED, TYPED, 5, null)), TYPED));
    }

    private void wishes(LocalDate today) {
        wish(today);
        EntryId fulfilled = wish(today);
        write(Village.CLERK, new WishClaimed(fulfilled, village.zhang, null));
        write(Village.CLERK, new WishReleased(fulfilled, TYPED));
        write(Village.CLERK, new WishClaimed(fulfilled, village.zhang, null));
        write(Village.CLERK, new WishFulfilled(fulfilled, TYPED));
        write(Village.CLERK, new WishClosed(wish(today), End.WITHDRAWN, TYPED));
    }

    private EntryId wish(LocalDate today) {
        WishDetails details = new WishDetails(TYPED, TYPED, TYPED, null);
        WishDesk.Asking asking =
                new WishDesk.Asking(Kind.WISH, typist, TYPED, details, null, today.plusDays(9), RequestId.random());
        return village.village.office.wishes().post(asking, Village.CLERK).idOrThrow();
    }

    /**
     * Goes to every page that links lead to from here.
     *
     * @return the kinds of pages on which what was typed could be read
     */
    Set<String> readBy(Browser browser, String... from) {
        Queue<String> ahead = new ArrayDeque<>(List.of(from));
        Set<String> known = new HashSet<>(ahead);
        Set<String> shown = new TreeSet<>();
        List<String> runs = new ArrayList<>();
        while (!ahead.isEmpty() && known.size() < MOST_PAGES) {
            String page = ahead.remove();
            Browser.Answer answer = browser.get(page);
            if (answer.header("Content-Type").startsWith("text/html")) {
                String body = answer.body();
                if (body.contains(SEEN)) {
                    shown.add(page.replaceAll("\\?.*", "").replaceAll("[0-9]+(-[0-9]+)*", "N"));
                }
                if (RUNS.matcher(body).find()) {
                    runs.add(page);
                }
                Matcher link = LINK.matcher(body);
                while (link.find()) {
                    String next = link.group(1).replace("&amp;", "&");
                    if (!next.startsWith("/assets/") && known.add(next)) {
                        ahead.add(next);
                    }
                }
            }
        }
        assertEquals(List.of(), runs);
        return shown;
    }

    /** Who asked for it all, at a browser of their own. */
    VolunteerNo typist() {
        return typist;
    }
}
