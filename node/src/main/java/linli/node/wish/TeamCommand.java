package linli.node.wish;

import linli.entry.EntryId;
import linli.entry.TeamEvent.Kind;
import linli.entry.TeamEvent.TeamDissolved;
import linli.entry.TeamEvent.TeamFormed;
import linli.entry.TeamEvent.TeamJoined;
import linli.entry.TeamEvent.TeamLeft;
import linli.entry.VolunteerNo;
import linli.ledger.Team;
import linli.node.console.CommandGroup;
import linli.node.console.NodeOption;
import linli.text.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code linli team}: who serves together. */
@Command(name = "team", mixinStandardHelpOptions = true, description = "Forms, dissolves and lists teams.")
public final class TeamCommand extends CommandGroup {
    private static final String TEAM = "The team, such as 0-40.";
    private static final String VOLUNTEER = "The volunteer's number.";

    @Command(name = "form", mixinStandardHelpOptions = true, description = "Forms a team of nobody yet.")
    int form(
            @Mixin WritingOption writing,
            @Parameters(paramLabel = "NAME", description = "Such as 和平社区应急队.") String name,
            @Option(
                            names = "--kind",
                            required = true,
                            paramLabel = "KIND",
                            description = "One of ${COMPLETION-CANDIDATES}.")
                    Kind kind) {
        return writing.post(spec, new TeamFormed(kind, name));
    }

    @Command(name = "dissolve", mixinStandardHelpOptions = true, description = "Dissolves a team; what it did stays.")
    int dissolve(
            @Mixin WritingOption writing,
            @Parameters(paramLabel = "TEAM", description = TEAM) String team,
            @Option(names = "--reason", required = true, description = "Why; it stays in the log.") String reason) {
        return writing.post(spec, new TeamDissolved(EntryId.parse(team), reason));
    }

    @Command(name = "join", mixinStandardHelpOptions = true, description = "Makes a volunteer one of a team.")
    int join(
            @Mixin WritingOption writing,
            @Parameters(index = "0", paramLabel = "TEAM", description = TEAM) String team,
            @Parameters(index = "1", paramLabel = "NO", description = VOLUNTEER) String no) {
        return writing.post(spec, new TeamJoined(EntryId.parse(team), VolunteerNo.parse(no)));
    }

    @Command(name = "leave", mixinStandardHelpOptions = true, description = "Takes a volunteer out of a team.")
    int leave(
            @Mixin WritingOption writing,
            @Parameters(index = "0", paramLabel = "TEAM", description = TEAM) String team,
            @Parameters(index = "1", paramLabel = "NO", description = VOLUNTEER) String no) {
        return writing.post(spec, new TeamLeft(EntryId.parse(team), VolunteerNo.parse(no)));
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the teams, and who is of them.")
    int list(@Mixin NodeOption node) {
        TextTable table = new TextTable().left("team").left("name").left("kind").left("members");
        node.read((books, log) -> {
            for (Team team : books.teams().standing()) {
                String members = String.join(
                        " ",
                        books.teams().members(team.id()).stream()
                                .map(member -> member.volunteer().toString())
                                .toList());
                table.row(team.id().toString(), team.name(), WishText.word(team.kind()), members);
            }
            return true;
        });
        spec.commandLine().getOut().print(table.render());
        spec.commandLine().getOut().flush();
        return 0;
    }
}
