package linli.office;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import linli.entry.Actor;
import linli.entry.OfficeEvent.StaffAppointed;
import linli.entry.RequestId;
import linli.entry.Role;
import linli.intake.Intake;
import linli.intake.IntakeProgress;
import linli.intake.IntakeReport;
import linli.intake.IntakeSummary;
import linli.intake.Mapping;
import linli.intake.RepositoryFiles;
import linli.ledger.Draft;
import linli.ledger.Ledger;
import linli.ledger.NodeFolder;
import linli.ledger.Policy;
import linli.log.Progress;
import linli.log.SigningKey;
import linli.profile.Profiles;
import org.jspecify.annotations.Nullable;

/** A whole node in a folder, with a clerk and an approver. */
public final class TrialNode implements AutoCloseable {
    public static final Actor CLERK = new Actor.Staff("clerk");
    public static final Actor APPROVER = new Actor.Staff("approver");

    private static final byte[] SEED = new byte[32];
    private static final byte[] PROFILE_KEY = new byte[32];

    public final Ledger ledger;
    public final Profiles profiles;
    public final Office office;

    private TrialNode(Path dir, Ledger ledger) {
        this.ledger = ledger;
        this.profiles = Profiles.open(dir, PROFILE_KEY);
        this.office = new Office(ledger, profiles);
    }

    public static TrialNode at(Path dir) {
        SigningKey key = SigningKey.ofSeed(SEED);
        if (NodeFolder.isNode(dir)) {
            return new TrialNode(dir, Ledger.open(NodeFolder.open(dir), key, InstantSource.system(), Progress.UNSEEN));
        }
        TrialNode node = new TrialNode(
                dir, Ledger.found(dir, "试用社区", "try.linli", Policy.defaultDocument(), key, InstantSource.system()));
        node.appoint("clerk", Role.CLERK);
        node.appoint("approver", Role.APPROVER);
        return node;
    }

    private void appoint(String handle, Role role) {
        StaffAppointed event = new StaffAppointed(handle, handle, List.of(role), null);
        ledger.post(new Draft(Actor.NODE, RequestId.derived("test/staff", handle), event))
                .idOrThrow();
    }

    /** Imports a table of the PAWS shape. */
    public IntakeSummary importHours(Path table, Actor by, @Nullable Actor approver) {
        Intake intake = Intake.open(table, Mapping.read(RepositoryFiles.example("paws-mapping.yaml")));
        intake.check(LocalDate.now(ZoneOffset.UTC), IntakeProgress.NONE);
        try (IntakeReport report = IntakeReport.beside(table)) {
            return new HoursImport(office, by, approver, IntakeProgress.NONE).run(intake, report);
        }
    }

    @Override
    public void close() {
        ledger.close();
        profiles.close();
    }
}
