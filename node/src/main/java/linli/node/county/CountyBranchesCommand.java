package linli.node.county;

import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import linli.node.console.NodeOption;
import linli.node.console.TimeText;
import linli.text.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code linli county branches}: who belongs to the county, and what it holds of each. */
@Command(name = "branches", mixinStandardHelpOptions = true, description = "Lists branches, and what is held of each.")
final class CountyBranchesCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private NodeOption node;

    @Override
    public Integer call() {
        CountyCommand.requireCounty(node);
        TextTable table = new TextTable()
                .right("no")
                .left("slug")
                .left("name")
                .left("")
                .right("keys")
                .right("entries here")
                .left("signed for");
        CountyRegister.of(node)
                .branches()
                .forEach(listed -> table.row(
                        Integer.toString(listed.number()),
                        listed.branch().slug(),
                        listed.name(),
                        listed.branch().open() ? "open" : "closed",
                        Integer.toString(listed.branch().volumes()),
                        String.format(Locale.ROOT, "%,d", listed.before() + listed.held()),
                        listed.cosigned()
                                .map(Instant::ofEpochSecond)
                                .map(TimeText::minute)
                                .orElse("")));
        spec.commandLine().getOut().print(table.render());
        spec.commandLine().getOut().flush();
        return 0;
    }
}
