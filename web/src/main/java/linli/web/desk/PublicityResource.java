package linli.web.desk;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import linli.ledger.Ledger;
import linli.office.Office;
import linli.web.caller.Allowed;
import linli.web.caller.Who;
import linli.web.door.Typed;
import linli.web.hours.BranchHours;
import linli.web.hours.Hours;
import linli.web.screen.Html;
import linli.web.screen.Means;
import linli.web.screen.Screens;
import org.jspecify.annotations.Nullable;

/** What hangs on the wall (公示): approved hours whose points wait for objections. Printed, it names volunteers by number alone. */
@Path("desk/publicity")
@Produces(Html.NAME)
public final class PublicityResource {
    private final Screens screens;
    private final Office office;
    private final Ledger ledger;
    private final BranchHours hours;

    PublicityResource(Means means) {
        this.screens = means.screens();
        this.office = means.office();
        this.ledger = office.ledger();
        this.hours = new BranchHours(means.books());
    }

    /** Which records are asked for. */
    public enum Shown {
        ALL,
        DISPUTED
    }

    /**
     * A record on the wall.
     *
     * @param daysLeft on which one can still object, with today; 0 where the time is over
     */
    public record Line(HoursLine line, long daysLeft) {
        public Hours hours() {
            return line.hours();
        }
    }

    /**
     * The wall.
     *
     * @param all how many hang there
     * @param disputed to how many of them somebody objects
     */
    public record Wall(Shown shown, LocalDate today, long all, long disputed, List<Line> lines) {}

    @GET
    @Allowed(Who.STAFF)
    public Response wall(@Context ContainerRequestContext request, @QueryParam("show") @Nullable String show) {
        Shown shown = show == null ? Shown.ALL : Typed.word(Shown.class, show);
        LocalDate today = ledger.today();
        HoursLines lines = HoursLines.of(office, request);
        List<Hours> all = hours.onShow();
        List<Line> those = all.stream()
                .filter(one -> shown == Shown.ALL || one.disputed())
                .map(one -> new Line(lines.line(one), daysLeft(one, today)))
                .toList();
        Wall wall = new Wall(
                shown, today, all.size(), all.stream().filter(Hours::disputed).count(), those);
        return screens.show(request, "desk/publicity.jte", wall);
    }

    private static long daysLeft(Hours shown, LocalDate today) {
        LocalDate until = shown.shownUntil();
        return until == null ? 0 : Math.max(0, ChronoUnit.DAYS.between(today, until));
    }
}
