package linli.ledger;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import linli.entry.VolunteerNo;
import linli.ledger.PointsAccount.Kind;

/** Adds up every passbook from its lines, and every account from the passbooks, as somebody would who trusts no balance. */
final class PointsProof {
    private static final Set<Kind> COUNTERS =
            EnumSet.of(Kind.GRANTED, Kind.CIVIC, Kind.ADJUSTED, Kind.REDEEMED, Kind.SENT, Kind.RECEIVED, Kind.EXPIRED);

    private record Of(int branch, Kind kind) {}

    private record Whose(int branch, VolunteerNo volunteer) {}

    private record Way(int from, long to) {}

    private final Books books;
    private final AccountStore store;
    private final List<String> wrong = new ArrayList<>();
    private final Map<Of, Long> balances = new HashMap<>();
    private final Map<Of, Long> lines = new HashMap<>();
    private final Map<Whose, Long> onShow = new HashMap<>();
    private final Map<Way, Long> sent = new HashMap<>();

    private PointsProof(Ledger ledger) {
        this.books = ledger.books();
        this.store = ledger.store();
    }

    /** What does not add up, in sentences. */
    static List<String> wrong(Ledger ledger) {
        PointsProof proof = new PointsProof(ledger);
        proof.store.forEach(Table.POINTS, proof::add);
        proof.store.forEach(Table.MOVEMENTS, proof::add);
        proof.store.forEach(Table.RECORDS, proof::add);
        proof.store.forEach(Table.TRANSFERS, proof::add);
        proof.store.forEach(Table.PURSES, proof::check);
        proof.store.forEach(Table.POINTS, proof::check);
        proof.balances.forEach(proof::check);
        return proof.wrong;
    }

    private void add(PointsAccount account) {
        balances.merge(new Of(account.branch(), account.kind()), account.points(), Long::sum);
    }

    private void add(Movement line) {
        lines.merge(new Of(line.entry().branch(), line.counter()), line.points() + line.owed(), Long::sum);
    }

    private void add(ServiceRecord record) {
        if (record.onShow()) {
            onShow.merge(new Whose(record.id().branch(), record.volunteer()), record.points(), Long::sum);
        }
    }

    private void add(Transfer transfer) {
        sent.merge(new Way(transfer.sent().branch(), transfer.toBranch()), transfer.points(), Long::sum);
    }

    /** The lines of a passbook are the balance; and nobody owes while they hold. */
    private void check(Purse purse) {
        Balance balance = books.passbooks().balance(purse.branch(), purse.volunteer());
        List<Movement> passbook =
                books.passbooks().movements(purse.branch(), purse.volunteer(), null, Integer.MAX_VALUE);
        long held = passbook.stream().mapToLong(Movement::points).sum();
        long owed = -passbook.stream().mapToLong(Movement::owed).sum();
        if (held != balance.held() || owed != balance.owed()) {
            wrong.add(purse + ": the lines lead to " + held + " held and " + owed + " owed, not to " + balance);
        }
        if (balance.owed() < 0 || (balance.owed() > 0 && balance.held() > 0)) {
            wrong.add(purse + " owes and holds: " + balance);
        }
    }

    private void check(PointsAccount account) {
        VolunteerNo whose = account.volunteer();
        Long other = account.counterBranch();
        if (account.kind() == Kind.ANNOUNCED && whose != null) {
            long shown = onShow.getOrDefault(new Whose(account.branch(), whose), 0L);
            require(account.points() == shown, account + ", but " + shown + " points are on show");
        } else if (account.kind() == Kind.SENT && other != null) {
            long slips = sent.getOrDefault(new Way(account.branch(), other), 0L);
            require(account.points() == slips, account + ", but the slips say " + slips);
        }
    }

    private void check(Of of, long balance) {
        long written = lines.getOrDefault(of, 0L);
        if (COUNTERS.contains(of.kind())) {
            require(balance == -written, of + " has " + balance + ", the passbooks say " + written);
        } else if (of.kind() == Kind.ISSUED) {
            long announced = balances.getOrDefault(new Of(of.branch(), Kind.ANNOUNCED), 0L);
            long taken = lines.getOrDefault(new Of(of.branch(), Kind.ANNOUNCED), 0L);
            require(balance == -announced - taken - written, of + " has " + balance + ", hours say otherwise");
        }
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            wrong.add(otherwise);
        }
    }
}
