package linli.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import linli.entry.EntryId;
import org.jspecify.annotations.Nullable;

/** Collects what an audit finds: the first ones whole, of the rest the number. Safe for several threads. */
final class Findings {
    static final int KEPT = 1_000;

    private static final Comparator<AuditFinding> BY_ENTRY = Comparator.comparing(
                    AuditFinding::branch, Comparator.nullsFirst(Comparator.<Integer>naturalOrder()))
            .thenComparing(AuditFinding::entry, Comparator.nullsFirst(Comparator.naturalOrder()));

    private final List<AuditFinding> kept = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private long count;

    synchronized void add(AuditFinding finding) {
        if (count++ < KEPT) {
            kept.add(finding);
        }
    }

    void add(AuditCode code, String file, @Nullable EntryId entry, String detail) {
        add(code.name(), file, entry, detail);
    }

    void add(String code, String file, @Nullable EntryId entry, String detail) {
        add(new AuditFinding(code, entry == null ? null : entry.branch(), file, null, entry, detail));
    }

    synchronized void note(String sentence) {
        if (notes.size() < KEPT) {
            notes.add(sentence);
        }
    }

    synchronized long count() {
        return count;
    }

    /** By branch and in the order of its journal; what is of no branch or entry first. */
    synchronized List<AuditFinding> kept() {
        return kept.stream().sorted(BY_ENTRY).toList();
    }

    synchronized List<String> notes() {
        return List.copyOf(notes);
    }
}
