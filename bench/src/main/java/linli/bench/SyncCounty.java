package linli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import linli.enrol.Authority;
import linli.enrol.Invite.NewBranch;
import linli.enrol.InviteCode;
import linli.enrol.Invites;
import linli.keys.Keyring;
import linli.ledger.Ledger;
import linli.ledger.NodeFolder;
import linli.log.Progress;
import linli.log.SigningKey;
import linli.sync.Join;
import linli.sync.NamedCosigner;
import linli.sync.PeerAddress;

/**
 * The folders of a county of three nodes before they have met: the county itself, a branch that has written a {@link Year}, and
 * one that has written nothing. Both branches have joined over TLS.
 *
 * @param folder that of all three
 */
record SyncCounty(Path folder) {
    /** The evening before the year: what the branch has seen of the county must not be later than what it writes. */
    private static final Clock EVE = Clock.fixed(Instant.parse("2024-12-31T12:00:00Z"), ZoneOffset.UTC);

    /** A county with such a year in it, made once and kept in a folder named after it. */
    static SyncCounty of(Path cache, long entries) throws Exception {
        Path folder = cache.resolve("county-" + entries);
        if (!Files.exists(folder)) {
            SyncCounty draft = new SyncCounty(Scratch.empty(cache.resolve("county-" + entries + ".part")));
            draft.found();
            Year.pass(entries, clock -> SampleNode.open(draft.writer(), clock).staffed());
            Files.move(draft.folder, folder);
        }
        return new SyncCounty(folder);
    }

    /** The same folders once more, to be changed, in a folder that is emptied for them. */
    SyncCounty copyTo(Path target) throws IOException {
        Scratch.delete(target);
        return new SyncCounty(Scratch.copy(folder, target));
    }

    Path county() {
        return folder.resolve("county");
    }

    /** The branch that has written. */
    Path writer() {
        return folder.resolve("writer");
    }

    /** The branch that has not. */
    Path reader() {
        return folder.resolve("reader");
    }

    private void found() {
        SampleNode.found(county(), EVE).close();
        try (SyncNode county = SyncNode.open(county(), EVE)) {
            join(county, reader(), "reader");
            // Last, so that nothing of the county's log is new to it: what it sends is what it has written.
            join(county, writer(), "writer");
        }
    }

    private void join(SyncNode county, Path branch, String slug) {
        NodeFolder node = county.ledger().node();
        InviteCode code = Invites.open(node.folder(), EVE)
                .issue(new NewBranch(slug, slug), Duration.ofHours(1))
                .code();
        Keyring keys = Keyring.create(branch, Optional.empty());
        Join join = new Join(branch, PeerAddress.parse(county.address().toString()), EVE);
        try (Ledger ledger = join.carryOut(
                Authority.open(node.folder()).fingerprint(),
                () -> code,
                SigningKey.ofSeed(keys.logSeed()),
                Progress.UNSEEN)) {
            NamedCosigner.of(ledger, SigningKey.ofSeed(keys.cosignerSeed()), EVE);
            join.finish();
        }
    }
}
