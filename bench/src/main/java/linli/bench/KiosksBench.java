package linli.bench;

import java.nio.file.Path;
import java.util.List;

/** What many kiosks get written at once, each waiting until it is durable, beside the least that could take. */
final class KiosksBench {
    static final int KIOSKS = 64;

    private KiosksBench() {}

    /**
     * Measures one kiosk alone and all at once.
     *
     * @param what they do
     * @param kiosks the work of each
     */
    static void run(String what, List<Rate.Work> kiosks, Path folder, Effort effort, Result result) throws Exception {
        long millis = effort.millis();
        Rounds rounds = new Rounds()
                .measure("sign", () -> Bounds.signatures(1, millis))
                .measure("force", () -> Bounds.forcedWrites(folder.resolve("forced"), millis))
                .measure("one", () -> Rate.of(millis, kiosks.get(0)))
                .measure("sign on all", () -> Bounds.signatures(Bounds.CORES, millis))
                .measure("many", () -> Rate.of(millis, kiosks))
                .warmUpAndRun(effort.rounds());
        report(what, rounds, result);
    }

    private static void report(String what, Rounds rounds, Result result) {
        Series sign = rounds.series("sign");
        Series force = rounds.series("force");
        Series signOnAll = rounds.series("sign on all");
        Series both = sign.with(force, (signs, forces) -> 1 / (1 / signs + 1 / forces));
        result.bound("Ed25519 signature, 1 core", sign, "/s");
        result.bound("Ed25519 signature, " + Bounds.CORES + " cores", signOnAll, "/s");
        result.bound("forced write of 300 bytes", force, "/s");
        result.line(what + ", 1 kiosk", rounds.series("one"), "/s", "1 signature + 1 forced write", both);
        result.line(
                what + ", " + KIOSKS + " kiosks",
                rounds.series("many"),
                "/s",
                "signatures, " + Bounds.CORES + " cores",
                signOnAll);
    }
}
