package linli.node;

import static linli.node.Shell.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One table of eight sites becomes eight branches of a county, and every node ends with the same figures. The real table goes over
 * the network here; {@code scripts/trial --by-stick} carries it.
 */
class SiteBySiteTest {
    private static final int ROWS_PER_SITE = 90;

    @TempDir
    private Path folder;

    @Test
    void halfOverTheNetworkAndHalfBySticksEveryNodeEndsWithTheFiguresOfTheTable() throws IOException {
        SiteTable table = SiteTable.lookAlike(folder, ROWS_PER_SITE);
        TableNetwork network = found(table);
        List<Integer> connected = network.numbers().subList(0, table.minutes().size() / 2);
        List<Integer> remote =
                network.numbers().subList(connected.size(), table.minutes().size());
        Path stick = Files.createDirectory(folder.resolve("stick"));
        network.meet(connected);
        network.carryToCounty(remote, stick);
        network.carryFromCounty(remote, stick);
        network.meet(connected);
        requireFigures(network, table);
    }

    @Test
    void theRealTableOverTheNetwork() throws IOException {
        SiteTable table = real();
        TableNetwork network = found(table);
        network.meet(network.numbers());
        network.meet(network.numbers());
        requireFigures(network, table);
    }

    private SiteTable real() throws IOException {
        Optional<SiteTable> table = SiteTable.real(folder);
        assumeTrue(
                table.isPresent(),
                "the real table is not part of the repository (-Dlinli.paws=FILE); the look-alike stands for it");
        SiteTable real = table.orElseThrow();
        assertEquals(3_453_079, real.totalMinutes());
        return real;
    }

    private TableNetwork found(SiteTable table) {
        TableNetwork network = TableNetwork.found(folder.resolve("county"), table);
        network.joinAll();
        network.importEach();
        return network;
    }

    private static void requireFigures(TableNetwork network, SiteTable table) throws IOException {
        TableNetwork.Figures found = network.figures();
        assertEquals(table.minutes(), found.minutes());
        assertEquals(table.totalMinutes(), found.totalMinutes());
        assertEquals(table.numbers(), found.volunteers(), "each branch enrols whoever served there");
        for (String[] report : new String[][] {
            {"report", "hours"},
            {"report", "hours", "--format", "csv"},
            {"report", "balances"},
            {"report", "balances", "--format", "json"}
        }) {
            network.requireSame(report);
        }
        ok("audit", "--deep", network.county());
        network.requireHledgerAgrees();
    }
}
