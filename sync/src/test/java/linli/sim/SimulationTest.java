package linli.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import linli.ledger.Backstage;
import linli.ledger.Rejection;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A few lives of a county, always the same ones; {@code scripts/simulate} lives others. */
class SimulationTest {
    private record Lived(long seed, Life life) {}

    private static final Life TROUBLED = Life.troubled(200);
    private static final Life BUSY = Life.busy(100);
    private static final Map<Lived, Simulation.Report> REPORTS = new ConcurrentHashMap<>();

    private static final Set<String> BY_THE_NODE_ITSELF = Set.of("CountyFounded", "CountyWitnessed");
    /** What goes out on paper and to the national system, and who set a PIN, is not played; it moves neither hours nor points. */
    private static final Set<String> NOT_PLAYED = Set.of("CertificateIssued", "NationalAnswered", "PinSet");

    private static final Set<Rejection> OF_PAPERS = EnumSet.of(Rejection.CERTIFICATE_DIFFERS);

    /** It would take a day with more records, or a shop with more items, than anybody has. */
    private static final Set<Rejection> TOO_MUCH = EnumSet.of(Rejection.DAY_FULL, Rejection.SHELF_FULL);

    /** It happens in one of many lives. */
    private static final Set<Seen> TAKES_LUCK = EnumSet.of(Seen.CLAIM_RELEASED, Seen.BUNDLE_UNPROVEN);

    private static final Logger LOGGER = Logger.getLogger("linli");
    private static final Level BEFORE = LOGGER.getLevel();

    /** Thousands of lines about faults that were meant to be. */
    @BeforeAll
    static void hush() {
        LOGGER.setLevel(Level.OFF);
    }

    @AfterAll
    static void speak() {
        LOGGER.setLevel(BEFORE);
    }

    private static Stream<Lived> lives() {
        Stream<Lived> troubled = LongStream.of(5, 8, 23, 26, 27, 39, 42).mapToObj(seed -> new Lived(seed, TROUBLED));
        return Stream.concat(Stream.of(new Lived(3, BUSY)), troubled);
    }

    private static Simulation.Report report(Lived lived) {
        return REPORTS.computeIfAbsent(lived, fresh -> Simulation.run(fresh.seed(), fresh.life()));
    }

    /** What happened in all of them. */
    private static Tally together() {
        Tally together = new Tally();
        lives().forEach(lived -> together.addAll(report(lived).tally()));
        return together;
    }

    @ParameterizedTest
    @MethodSource("lives")
    void everybodyEndsWithTheSameAccountsWhateverHappened(Lived lived) {
        assertEquals(lived.life().steps(), report(lived).steps());
    }

    @Test
    void oneSeedIsOneLife() {
        assertEquals(
                report(new Lived(3, BUSY)).digest(), Simulation.run(3, BUSY).digest());
    }

    @Test
    void everyKindOfEventIsWritten() {
        Set<String> missing = new TreeSet<>(Backstage.inService());
        missing.removeAll(BY_THE_NODE_ITSELF);
        missing.removeAll(NOT_PLAYED);
        missing.removeAll(together().kinds());
        assertEquals(Set.of(), missing);
    }

    @Test
    void whatThePeopleMayNotDoIsTriedAndRefused() {
        Set<Rejection> missing = EnumSet.range(Rejection.UNKNOWN_VOLUNTEER, Rejection.NOTHING_LAPSED);
        missing.addAll(Set.of(Rejection.ROLE_MISSING, Rejection.POLICY_VERSION, Rejection.ALREADY_RECEIVED));
        missing.removeAll(TOO_MUCH);
        missing.removeAll(OF_PAPERS);
        missing.removeAll(together().refusals());
        assertEquals(Set.of(), missing);
    }

    @Test
    void aBranchThatHelpsItselfIsFoundOut() {
        Set<Rejection> missing = EnumSet.of(
                Rejection.NOT_ENOUGH_POINTS,
                Rejection.PRICE_DIFFERS,
                Rejection.COUPON_USED,
                Rejection.SECOND_PERSON_NEEDED,
                Rejection.OWN_WISH,
                Rejection.WISH_POINTS,
                Rejection.UNKNOWN_CLAIM_REQUEST,
                Rejection.NOTHING_LAPSED,
                Rejection.HOLDING_LIMIT,
                Rejection.LOTS_DIFFER);
        missing.removeAll(together().found());
        assertEquals(Set.of(), missing);
    }

    @Test
    void whateverCanHappenDoes() {
        Set<Seen> missing = EnumSet.noneOf(Seen.class);
        missing.addAll(together().missing());
        missing.removeAll(TAKES_LUCK);
        assertEquals(Set.of(), missing);
    }
}
