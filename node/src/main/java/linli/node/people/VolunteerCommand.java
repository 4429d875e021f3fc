package linli.node.people;

import java.time.LocalDate;
import java.util.Objects;
import linli.entry.Actor;
import linli.entry.RequestId;
import linli.entry.VolunteerNo;
import linli.node.console.CommandGroup;
import linli.node.console.Failures;
import linli.node.console.NodeOption;
import linli.node.console.OpenNode;
import linli.office.Office;
import linli.profile.Profile;
import linli.text.Terminal;
import linli.text.TextTable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code linli volunteer}: enrolling, finding, forgetting. */
@Command(name = "volunteer", mixinStandardHelpOptions = true, description = "Enrols, finds and forgets volunteers.")
public final class VolunteerCommand extends CommandGroup {
    @Command(
            name = "enrol",
            mixinStandardHelpOptions = true,
            description = "Enrols a volunteer and prints their number.")
    int enrol(
            @Mixin NodeOption node,
            @Option(
                            names = "--name",
                            required = true,
                            description = "The person's name; kept beside the log, never in it.")
                    String name,
            @Option(names = "--phone", description = "Their phone number.") @Nullable String phone,
            @Option(names = "--by", required = true, paramLabel = "STAFF", description = "The clerk who enrols them.")
                    String by,
            @Option(names = "--consent", paramLabel = "DAY", description = "The day they agreed; today when left out.")
                    @Nullable
                    LocalDate consent) {
        LocalDate day = Objects.requireNonNullElseGet(consent, LocalDate::now);
        Profile profile =
                Profile.builder().name(name).phone(phone).consentedOn(day).build();
        try (OpenNode open = node.open()) {
            Office.Application application = new Office.Application(profile, day, RequestId.random());
            VolunteerNo no = new VolunteerNo(
                    open.office().enrol(application, new Actor.Staff(by)).idOrThrow());
            say("Enrolled as " + no + ".");
            say("Give them a PIN with: linli volunteer pin " + no);
        }
        return 0;
    }

    @Command(
            name = "find",
            mixinStandardHelpOptions = true,
            description = "Finds volunteers by name, former number or phone.")
    int find(@Mixin NodeOption node, @Parameters(paramLabel = "TEXT", description = "What to look for.") String text) {
        TextTable table = new TextTable()
                .left("number")
                .left("name")
                .left("former number")
                .left("phone");
        try (OpenNode open = node.open()) {
            open.office()
                    .find(text)
                    .forEach(person -> table.row(
                            person.no().toString(),
                            shown(person.profile().name()),
                            shown(person.profile().formerNumber()),
                            shown(person.profile().phone())));
        }
        spec.commandLine().getOut().print(table.render());
        spec.commandLine().getOut().flush();
        return 0;
    }

    @Command(
            name = "pin",
            mixinStandardHelpOptions = true,
            description = "Sets the PIN with which a volunteer looks up their hours.")
    int pin(
            @Mixin NodeOption node,
            @Parameters(paramLabel = "NO", description = "The volunteer's number.") String number,
            @Option(names = "--pin", description = "The PIN; asked for on the terminal when left out.") @Nullable
                    String given) {
        VolunteerNo no = VolunteerNo.parse(number);
        char[] pin = given != null ? given.toCharArray() : ask();
        try (OpenNode open = node.open()) {
            open.office()
                    .setPin(no, pin, Actor.NODE, RequestId.random())
                    .orElseThrow(
                            () -> new Failures.Problem("no volunteer with the number " + no + " has a profile here"))
                    .idOrThrow();
        }
        say("The PIN of " + no + " is set.");
        return 0;
    }

    private static char[] ask() {
        return Terminal.askSecretly("New PIN, 4 to 12 digits: ")
                .orElseThrow(() -> new Failures.Problem("there is no terminal to ask for the PIN on; use --pin"));
    }

    @Command(
            name = "forget",
            mixinStandardHelpOptions = true,
            description = "Forgets the person behind a number, for good. Hours and points stay under the number.")
    int forget(
            @Mixin NodeOption node,
            @Parameters(paramLabel = "NO", description = "The volunteer's number.") String number,
            @Option(names = "--yes", required = true, description = "Confirms: this cannot be undone.") boolean yes) {
        VolunteerNo no = VolunteerNo.parse(number);
        try (OpenNode open = node.open()) {
            if (!(yes && open.office().forget(no))) {
                throw new Failures.Problem("there is nothing to forget about " + no);
            }
        }
        say("The person behind " + no + " is forgotten.");
        return 0;
    }

    private static String shown(@Nullable String text) {
        return text == null ? "" : text;
    }

    private void say(String text) {
        spec.commandLine().getOut().println(text);
    }
}
