package linli.receipt;

import java.util.Optional;
import linli.entry.EntryException;
import linli.entry.Holder;
import linli.log.Checkpoint;
import linli.log.InclusionProof;
import linli.log.LogException;
import linli.log.StrictText;
import linli.wire.Slip;

/**
 * What a text claims before anything of it was checked.
 *
 * @param proof of a place in a log, with the entry as its extra
 * @param checkpoint the checkpoint in the proof, unverified
 * @param holder whose it is said to be
 */
record Claim(InclusionProof proof, Checkpoint checkpoint, Optional<Holder> holder) {
    /** More than the longest proof with the longest entry in it. */
    static final int MOST_BYTES = 160 * 1024;

    private static final String BEGINNING = "c2sp.org/tlog-proof@v1\n";
    private static final String BLANK_LINE = "\n\n";
    private static final String SIGNATURE = "\n\n\u2014 ";

    /** The text is none, for a reason that has a sentence of its own. */
    static final class NoClaim extends Exception {
        private static final long serialVersionUID = 1L;
        private final Check check;

        NoClaim(Check check) {
            super(check.name(), null, false, false);
            this.check = check;
        }

        Check check() {
            return check;
        }
    }

    /** A receipt in one text. */
    static Claim of(byte[] bytes) throws NoClaim {
        return of(text(bytes), Optional.empty());
    }

    /** A bare proof, and the entry it is about. */
    static Claim of(byte[] proof, byte[] entry) throws NoClaim {
        return of(text(proof), Optional.of(entry));
    }

    private static Claim of(String text, Optional<byte[]> entry) throws NoClaim {
        boolean named = text.startsWith(Receipt.HOLDER);
        int rest = named ? text.indexOf('\n') + 1 : 0;
        Optional<Holder> holder = named ? Optional.of(holder(text.substring(0, rest - 1))) : Optional.empty();
        return of(proof(text.substring(rest)), entry, holder);
    }

    private static Claim of(InclusionProof proof, Optional<byte[]> entry, Optional<Holder> holder) throws NoClaim {
        Optional<String> extra = entry.map(StrictText::base64).or(proof::extra);
        if (extra.isEmpty()) {
            throw new NoClaim(Check.NO_ENTRY);
        }
        try {
            return new Claim(
                    new InclusionProof(extra, proof.index(), proof.path(), proof.checkpoint()),
                    Checkpoint.ofText(proof.checkpoint().text()),
                    holder);
        } catch (LogException e) {
            throw new NoClaim(Check.GARBLED);
        }
    }

    /** The entry's bytes. */
    byte[] entry() {
        return StrictText.base64(proof.extra().orElseThrow());
    }

    private static String text(byte[] bytes) throws NoClaim {
        if (bytes.length > MOST_BYTES) {
            throw new NoClaim(Check.TOO_LONG);
        }
        String text;
        try {
            text = Slip.tidied(StrictText.utf8(bytes));
        } catch (LogException e) {
            throw new NoClaim(Check.NOT_TEXT);
        }
        if (text.isBlank()) {
            throw new NoClaim(Check.EMPTY);
        }
        return text;
    }

    private static Holder holder(String line) throws NoClaim {
        String words = line.substring(Receipt.HOLDER.length());
        int space = Math.max(words.indexOf(' '), 0);
        try {
            return new Holder(words.substring(0, space), words.substring(space).stripLeading());
        } catch (EntryException e) {
            throw new NoClaim(Check.NAME_GARBLED);
        }
    }

    private static InclusionProof proof(String text) throws NoClaim {
        try {
            return InclusionProof.ofBytes(StrictText.utf8(text));
        } catch (LogException e) {
            throw new NoClaim(whatIsWrong(text));
        }
    }

    private static Check whatIsWrong(String text) {
        if (!text.startsWith(BEGINNING) && !BEGINNING.startsWith(text.strip())) {
            return Check.NOT_A_RECEIPT;
        }
        int checkpoint = text.indexOf(BLANK_LINE);
        boolean whole = checkpoint >= 0 && text.indexOf(SIGNATURE, checkpoint + 1) >= 0;
        return whole ? Check.GARBLED : Check.CUT_SHORT;
    }
}
