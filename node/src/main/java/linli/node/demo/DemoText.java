package linli.node.demo;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import linli.demo.DemoTotals;
import linli.entry.VolunteerNo;
import linli.node.serve.RunningNode;
import linli.text.TextTable;

/** What the demonstration says of itself once it runs. */
final class DemoText {
    private DemoText() {}

    static String of(DemoCounty demo, DemoFolder.Told told) {
        return String.format(Locale.ROOT, "%nLinli 邻里 · a county invented from seed %d%n%n", told.seed())
                + totals(demo.totals(), demo.entries(), told)
                + "\n"
                + nodes(demo).render()
                + howToGoOn();
    }

    private static String howToGoOn() {
        return """

            Sign in on a community's page with one of its numbers and PIN %s. Staff sign in at /desk with the
            password %s: clerk, approver and manager at a community; admin and auditor at the county,
            whose big screen is at /screen. A manager makes the code with which /kiosk is paired. How each
            node stands with the others is on its page at /sync, and for programs at /api/v1/sync.

            To unplug the county, type u and Enter, or “scripts/demo unplug” elsewhere; p, or “scripts/demo
            plug”, plugs it in again. The communities go on meanwhile. Ctrl-C stops all; the next start goes
            on with what is here.
            """.formatted(DemoBranch.PIN, DemoBranch.PASSWORD);
    }

    private static String totals(DemoTotals totals, long entries, DemoFolder.Told told) {
        TextTable table = new TextTable().left("").right("");
        row(table, "communities 社区", totals.communities());
        row(table, "volunteers 志愿者", totals.volunteers());
        row(table, "emergency teams 应急队伍", totals.emergencyTeams());
        row(table, "partner units 共建单位", totals.partnerUnits());
        row(table, "check-ins by officials 双报到", totals.reports());
        row(table, "residents' orders 订单", totals.orders());
        row(table, "micro-wishes 微心愿", totals.wishes());
        row(table, "repairs, help, suggestions 报修求助金点子", totals.others());
        row(table, "redemptions 兑换", totals.redemptions());
        row(table, "entries 记录", entries);
        return table.render()
                + String.format(
                        Locale.ROOT,
                        "%nThe year was made, and is with the county, after %.1f s: %,d entries, %,d entries/s, seed %d.%n",
                        told.seconds(),
                        told.entries(),
                        Math.round(told.entries() / told.seconds()),
                        told.seed());
    }

    private static void row(TextTable table, String what, long many) {
        table.row(what, String.format(Locale.ROOT, "%,d", many));
    }

    private static TextTable nodes(DemoCounty demo) {
        TextTable table =
                new TextTable().left("node").left("page").right("entries").left("volunteers");
        table.row(node(demo.county(), ""));
        demo.branches()
                .forEach(branch ->
                        branch.running().ifPresent(node -> table.row(node(node, numbers(branch.withPin())))));
        return table;
    }

    private static String[] node(RunningNode node, String volunteers) {
        String entries =
                String.format(Locale.ROOT, "%,d", node.node().ledger().log().size());
        return new String[] {node.name(), node.pages().toString(), entries, volunteers};
    }

    private static String numbers(List<VolunteerNo> volunteers) {
        return volunteers.stream().map(VolunteerNo::toString).collect(Collectors.joining(" "));
    }
}
