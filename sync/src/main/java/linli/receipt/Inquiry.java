package linli.receipt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import linli.entry.Entry;
import linli.entry.EntryCodec;
import linli.entry.EntryException;
import linli.entry.EntryId;
import linli.entry.Event;
import linli.entry.EventTypes;
import linli.entry.Holder;
import linli.entry.HoursEvent.CertificateIssued;
import linli.entry.Malformed;
import linli.ledger.Branch;
import linli.ledger.Finding;
import linli.ledger.Volume;
import linli.log.Hash;
import linli.log.LogException;
import linli.log.MerkleProofs;
import linli.log.SignedCheckpoint;
import linli.log.Vkey;
import org.jspecify.annotations.Nullable;

/** One claim on its way through all checks. For one thread, and for one claim. */
final class Inquiry {
    private final Claim claim;
    private final byte[] bytes;
    private final long place;
    private final List<Told> told = new ArrayList<>();

    Inquiry(Claim claim) {
        this.claim = claim;
        this.bytes = claim.entry();
        this.place = claim.proof().index();
    }

    /** Checks by a key that somebody gave. */
    Verdict withKey(Vkey log, Optional<Vkey> county) {
        SignedCheckpoint checkpoint = checkpoint(log);
        if (checkpoint == null) {
            return new Verdict(Optional.empty(), told);
        }
        Optional<Entry> entry = entry(log);
        tell(Check.KEY_GIVEN);
        if (!cosigned(checkpoint, county)) {
            tell(county.isPresent() ? Check.COUNTY_NOT_SEEN : Check.COUNTY_UNKNOWN);
        }
        return verdict(entry, Optional.empty(), Optional.empty());
    }

    /** Checks by what a node knows of the log. */
    Verdict atNode(Volume volume, Archive archive) {
        SignedCheckpoint checkpoint = checkpoint(volume.key());
        if (checkpoint == null) {
            return new Verdict(Optional.empty(), told);
        }
        Optional<Entry> entry = entry(volume.key());
        Optional<Branch> branch = archive.books().branch(volume.branch());
        Optional<EntryId> id = Optional.of(volume.idOf(place));
        standing(volume, branch.map(Branch::name).orElse(volume.origin()), archive);
        county(checkpoint, volume, archive);
        return verdict(entry, id, branch);
    }

    private Verdict verdict(Optional<Entry> entry, Optional<EntryId> id, Optional<Branch> branch) {
        entry.ifPresent(this::holder);
        return new Verdict(
                entry.map(said -> new Statement(claim.checkpoint().origin(), place, id, branch, said)), told);
    }

    /** The checkpoint, if the log's key signed it and the entry is proven to be under it. */
    private @Nullable SignedCheckpoint checkpoint(Vkey log) {
        SignedCheckpoint signed;
        try {
            signed = SignedCheckpoint.of(claim.proof().checkpoint(), log);
        } catch (LogException e) {
            tell(Check.LOG_SIGNATURE_WRONG, log.name());
            return null;
        }
        tell(Check.LOG_SIGNATURE_HOLDS, log.name(), signed.size());
        boolean proven = place <= EntryId.MAX_INDEX
                && MerkleProofs.inclusion(
                        place, signed.size(), leaf(), claim.proof().path(), signed.root());
        if (!proven) {
            tell(Check.PROOF_WRONG);
            return null;
        }
        tell(Check.PROOF_HOLDS, place, signed.size());
        return signed;
    }

    private Hash leaf() {
        return Hash.ofLeaf(bytes);
    }

    private Optional<Entry> entry(Vkey log) {
        boolean signed = EntryCodec.verify(bytes, log, place);
        tell(signed ? Check.ENTRY_SIGNATURE_HOLDS : Check.ENTRY_SIGNATURE_WRONG);
        try {
            Entry entry = EntryCodec.decode(bytes);
            if (entry.event() instanceof Event.Unknown) {
                tell(Check.UNKNOWN_EVENT, EventTypes.nameOf(entry.event()));
            }
            return Optional.of(entry);
        } catch (EntryException e) {
            tell(e.code() == Malformed.UNKNOWN_VERSION ? Check.LATER_VERSION : Check.ENTRY_UNREADABLE);
            return Optional.empty();
        }
    }

    /** Whether the branch could write there under this key, and whether the rules let it. */
    private void standing(Volume volume, String name, Archive archive) {
        EntryId id = volume.idOf(place);
        if (volume.holds(id)) {
            tell(Check.KEY_WAS_THEIRS, name);
        } else {
            tell(Check.VOID, name, volume.countingSize());
        }
        archive.books().finding(id).map(Finding::code).ifPresent(code -> tell(Check.REFUSED, code.name()));
    }

    private void county(SignedCheckpoint checkpoint, Volume volume, Archive archive) {
        boolean settled = cosigned(checkpoint, archive.books().cosigner(0));
        boolean atCounty = archive.books().branch() == 0;
        Optional<Archive.Held> held =
                archive.held(volume).filter(here -> place < here.checkpoint().size());
        if (held.isPresent() && !isSame(held.get(), checkpoint)) {
            tell(Check.CONTRADICTED);
            return;
        }
        if (held.isPresent() && !atCounty) {
            tell(Check.HELD_HERE);
        }
        if ((held.isPresent() && atCounty) || (!settled && isCarried(volume, archive))) {
            tell(Check.COUNTY_HAS_IT);
        } else if (!settled) {
            tell(Check.COUNTY_NOT_SEEN);
        }
    }

    /**
     * Whether the county is known to hold the entry: it wrote the log itself, or has ended it behind the entry, or has told this
     * node that it holds so much of it.
     */
    private boolean isCarried(Volume volume, Archive archive) {
        boolean own = volume.branch() == archive.books().branch();
        boolean ended = volume.end() != null && volume.holds(volume.idOf(place));
        boolean told =
                volume.end() == null && own && place < archive.countyHolds().getAsLong();
        return volume.branch() == 0 || ended || told;
    }

    /** Whether the log that is here goes through the checkpoint; a shorter one at least has the same entry there. */
    private boolean isSame(Archive.Held held, SignedCheckpoint checkpoint) {
        return checkpoint.size() <= held.log().size()
                ? held.log().root(checkpoint.size()).equals(checkpoint.root())
                : Hash.ofLeaf(held.log().entry(place)).equals(leaf());
    }

    /** Whether the county's line settles the question, for good or ill. */
    private boolean cosigned(SignedCheckpoint checkpoint, Optional<Vkey> county) {
        try {
            Optional<Long> at = county.flatMap(checkpoint::cosignedAtSeconds);
            at.ifPresent(seconds -> tell(Check.COUNTY_COSIGNED, Instant.ofEpochSecond(seconds)));
            return at.isPresent();
        } catch (LogException e) {
            tell(Check.COUNTY_SIGNATURE_WRONG);
            return true;
        }
    }

    private void holder(Entry entry) {
        Optional<Holder> named = claim.holder();
        if (!(entry.event() instanceof CertificateIssued certificate)) {
            named.ifPresent(unasked -> tell(Check.NAME_OUT_OF_PLACE));
        } else if (named.isEmpty()) {
            tell(Check.NAME_MISSING);
        } else {
            boolean matches = named.get().commitment().equals(certificate.holder());
            tell(matches ? Check.NAME_MATCHES : Check.NAME_DIFFERS, named.get().name());
        }
    }

    private void tell(Check check, Object... values) {
        told.add(new Told(check, List.of(values)));
    }
}
