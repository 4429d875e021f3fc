package linli.node.begin;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import linli.enrol.Fingerprint;
import linli.entry.Actor;
import linli.entry.RequestId;
import linli.keys.Keyring;
import linli.ledger.Draft;
import linli.ledger.Ledger;
import linli.ledger.LedgerException;
import linli.ledger.NodeFolder;
import linli.ledger.Policy;
import linli.log.SigningKey;
import linli.node.console.Failures;
import linli.node.console.StaffOption;
import linli.sync.CountyTls;

/** Making a node: keys, log, policy, first staff. One that was interrupted can be carried out again. */
record Founding(Path dir, String name, String origin, String policy, Optional<char[]> passphrase) {

    void carryOut(List<StaffOption> staff, PrintWriter out) {
        carryOut(staff, ledger -> {
            out.println("Founded " + name + " in " + dir + ".");
            out.println("  log key    " + ledger.node().log());
            out.println(
                    "  county     " + fingerprint(ledger.node()) + ", to be compared by every community that joins");
            out.println("  policy     version 1");
            staff.forEach(member ->
                    out.println("  staff      " + member.handle() + " " + member.name() + " " + member.roles()));
            out.println();
            out.println("Keep a copy of " + dir.resolve("keys") + " in a safe: whoever has it can sign as this node.");
            return true;
        });
    }

    /**
     * Makes the node with its first staff.
     *
     * @param then what there is to tell of it, while its ledger is open
     */
    <R> R carryOut(List<StaffOption> staff, Function<Ledger, R> then) {
        try (Ledger ledger = found()) {
            appoint(staff, ledger);
            return then.apply(ledger);
        }
    }

    /** The first staff of a node; whoever is in office by this already stays so. */
    static void appoint(List<StaffOption> staff, Ledger ledger) {
        for (StaffOption member : staff) {
            RequestId request = RequestId.derived("founding/staff", member.handle());
            ledger.post(new Draft(Actor.NODE, request, member.appointment())).idOrThrow();
        }
    }

    /** By which those who join know the county. */
    static Fingerprint fingerprint(NodeFolder node) {
        return CountyTls.prepare(node, Clock.systemUTC()).authority().fingerprint();
    }

    private Ledger found() {
        if (NodeFolder.isNode(dir)) {
            throw new LedgerException(
                    LedgerException.Code.ALREADY_A_NODE,
                    "there is a node in " + dir + " already; choose another folder");
        }
        requirePolicy();
        return Ledger.found(
                dir,
                name,
                origin,
                policy,
                SigningKey.ofSeed(keys(dir, passphrase).logSeed()),
                InstantSource.system());
    }

    private void requirePolicy() {
        try {
            Policy.parse(policy);
        } catch (IllegalArgumentException e) {
            throw new Failures.Problem(String.valueOf(e.getMessage()), e);
        }
    }

    /** Keys that an attempt before this one has made are used again: the log may have been begun with them. */
    static Keyring keys(Path dir, Optional<char[]> passphrase) {
        return Files.exists(dir.resolve("keys").resolve("log.key"))
                ? Keyring.open(dir, () -> passphrase)
                : Keyring.create(dir, passphrase);
    }
}
