package linli.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import linli.entry.Actor;
import linli.entry.Entry;
import linli.entry.HoursEvent.HoursReversed;
import linli.ledger.Movement;
import linli.ledger.ServiceRecord;
import linli.ledger.ServiceRecord.Decision;
import linli.report.Why;
import org.jspecify.annotations.Nullable;

/** What the lines of a passbook rest on, one by one, in one language. */
final class WhyWords {
    private final Optional<Integer> branch;
    private final Words words;
    private final EventWords events;

    WhyWords(int branch, Language language, Naming naming) {
        this.branch = Optional.of(branch);
        this.words = Words.of(language);
        this.events = new EventWords(language, naming);
    }

    WhyView.Line line(Why.Reason reason) {
        Movement movement = reason.movement();
        List<String> grounds = new ArrayList<>();
        String said = reason.hours() == null ? act(reason.entry()) : hours(reason.hours(), reason.entry(), grounds);
        settled(movement, grounds);
        return new WhyView.Line(
                movement.entry(),
                events.moment(movement.atSeconds()),
                movement.points(),
                movement.held(),
                said,
                grounds);
    }

    private String act(@Nullable Entry entry) {
        return entry == null
                ? words.text("why.elsewhere")
                : words.text("why.act", events.signatory(entry.by(), branch), events.sentence(entry.event()));
    }

    private String hours(Why.Hours hours, @Nullable Entry entry, List<String> grounds) {
        ServiceRecord record = hours.record();
        Decision decision = Objects.requireNonNull(record.decision(), "only approved hours are worth points");
        if (entry != null && entry.event() instanceof HoursReversed) {
            grounds.add(act(entry));
        }
        grounds.add(words.text("evidence", record.evidence()));
        grounds.add(words.text(
                "why.rule",
                decision.policy(),
                words.number(hours.pointsPerHour()),
                words.duration(decision.creditedMinutes()),
                words.number(decision.points())));
        grounds.add(words.text("why.recorder", signatory(record.recorder())));
        grounds.add(words.text("why.approver", signatory(decision.by())));
        return words.text(
                "why.hours",
                hours.activity().name(),
                words.day(record.day()),
                words.duration(record.minutes()),
                record.id());
    }

    private String signatory(String written) {
        return events.signatory(Actor.parse(written), branch);
    }

    private void settled(Movement movement, List<String> grounds) {
        if (movement.owed() > 0) {
            grounds.add(words.text("why.settled", words.number(movement.owed())));
        } else if (movement.owed() < 0) {
            grounds.add(words.text("why.lacking", words.number(-movement.owed())));
        }
    }
}
