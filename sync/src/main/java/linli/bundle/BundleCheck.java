package linli.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import linli.ledger.Ledger;
import linli.mirror.MirrorDesk;
import linli.wire.AddCheckpoint;
import linli.wire.WireException;
import linli.wire.WireLimits;

/** Checks a bundle whole, before anything of it is stored: that every file is there as it was written, then what it proves. */
final class BundleCheck {
    private final Ledger ledger;
    private final MirrorDesk desk;
    private final BundleFolder bundle;
    private final Manifest manifest;
    private final LogKeys keys;
    private final Steps steps;

    BundleCheck(Ledger ledger, MirrorDesk desk, BundleFolder bundle, BundleProgress progress) {
        this.ledger = ledger;
        this.desk = desk;
        this.bundle = bundle;
        this.manifest = bundle.manifest();
        this.keys = new LogKeys(ledger);
        this.steps = new Steps(progress, 2L * manifest.files().size());
    }

    /**
     * The logs in it, in the order in which they are to be taken.
     *
     * @throws BundleException DAMAGED, UNPROVEN, STICK
     */
    List<CheckedLog> check() {
        manifest.files().forEach(this::requireWhole);
        List<CheckedLog> logs = new ArrayList<>();
        int next = 0;
        while (next < manifest.files().size()) {
            int end = endOfLog(next);
            logs.add(log(manifest.files().subList(next, end)));
            next = end;
        }
        return logs;
    }

    private void requireWhole(BundleFile file) {
        Path path = bundle.file(file);
        try {
            if (!Files.isRegularFile(path)) {
                throw BundleException.damaged(path, "is missing");
            }
            if (Files.size(path) != file.bytes()) {
                throw BundleException.damaged(path, "has " + Files.size(path) + " bytes and not " + file.bytes());
            }
            if (!StickFiles.sha256(path).equals(file.sha256())) {
                throw BundleException.damaged(path, "is not what was written");
            }
        } catch (IOException e) {
            throw BundleException.stick(path + " cannot be read", e);
        }
        steps.step();
    }

    /** A log is a checkpoint and all entries up to the next one. */
    private int endOfLog(int first) {
        int end = first + 1;
        while (end < manifest.files().size() && !manifest.files().get(end).isCheckpoint()) {
            end++;
        }
        return end;
    }

    private CheckedLog log(List<BundleFile> files) {
        Path first = bundle.file(files.get(0));
        try {
            AddCheckpoint said = AddCheckpoint.ofBytes(bounded(first, files.get(0)));
            List<EntriesFile> entries = new ArrayList<>();
            for (BundleFile file : files.subList(1, files.size())) {
                entries.add(EntriesFile.open(bundle.file(file)));
            }
            CheckedLog log = new LogCheck(ledger, desk, keys, first, said, entries).check();
            files.forEach(file -> steps.step());
            return log;
        } catch (WireException e) {
            throw BundleException.unproven(first, "and what follows it are not the messages they should be");
        } catch (IOException e) {
            throw BundleException.stick(bundle.path() + " cannot be read", e);
        }
    }

    private static byte[] bounded(Path path, BundleFile file) throws IOException {
        if (!file.isCheckpoint() || file.bytes() > WireLimits.ADD_CHECKPOINT_BYTES) {
            throw BundleException.unproven(path, "is not the checkpoint that is due");
        }
        return Files.readAllBytes(path);
    }
}
