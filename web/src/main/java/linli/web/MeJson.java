package linli.web;

import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import linli.ledger.Balance;
import linli.log.Hash;
import linli.web.hours.Hours;
import linli.web.hours.HoursPage;
import linli.web.hours.Person;
import linli.web.hours.Proof;
import linli.web.hours.Signatory;
import org.jspecify.annotations.Nullable;

/** A volunteer's hours in the words of the API, which stay when those of the program change. */
final class MeJson {
    private MeJson() {}

    private record PersonJson(
            String number, @Nullable String name, MinutesJson minutes, long records, PointsJson points) {}

    private record MinutesJson(long clock, long backfilled, long pending) {}

    private record PointsJson(long held, long announced, long owed) {}

    private record RecordsJson(
            List<HoursJson> records, @Nullable String next) {}

    private record HoursJson(
            String id,
            String day,
            @Nullable String start,
            @Nullable String end,
            String activity,
            String place,
            String category,
            int minutes,
            String evidence,
            String state,
            SignatoryJson recorder,
            @Nullable SignatoryJson decider,
            long points,
            int policyVersion,
            List<String> flags) {}

    private record SignatoryJson(String kind, @Nullable String name) {}

    private record ProvenJson(HoursJson record, EntryJson entry, ProofJson proof) {}

    private record EntryJson(String signedAt, long index, String leafHash, String bytes) {}

    private record ProofJson(String origin, String vkey, long size, String root, List<String> path, String tlogProof) {}

    private static PointsJson points(Balance balance) {
        return new PointsJson(balance.held(), balance.announced(), balance.owed());
    }

    static Record person(Person person) {
        return new PersonJson(
                person.number(),
                person.name(),
                new MinutesJson(person.clockMinutes(), person.backfilledMinutes(), person.pendingMinutes()),
                person.records(),
                points(person.points()));
    }

    static Record records(HoursPage page) {
        return new RecordsJson(page.records().stream().map(MeJson::hours).toList(), page.next());
    }

    static Record proven(Proof proof, byte[] entry) {
        return new ProvenJson(
                hours(proof.hours()),
                new EntryJson(
                        iso(proof.signedAt()),
                        proof.index(),
                        proof.leaf(),
                        Base64.getEncoder().encodeToString(entry)),
                new ProofJson(
                        proof.origin(),
                        proof.vkey(),
                        proof.size(),
                        proof.root(),
                        proof.carried().path().stream().map(Hash::toBase64).toList(),
                        new String(proof.carried().toBytes(), StandardCharsets.UTF_8)));
    }

    private static HoursJson hours(Hours hours) {
        return new HoursJson(
                hours.id(),
                hours.day().toString(),
                hours.start() == null ? null : iso(hours.start()),
                hours.end() == null ? null : iso(hours.end()),
                hours.activity(),
                hours.place(),
                hours.category(),
                hours.minutes(),
                word(hours.evidence()),
                word(hours.state()),
                signatory(hours.recorder()),
                hours.decider() == null ? null : signatory(hours.decider()),
                hours.points(),
                hours.policy(),
                hours.flags().stream().map(MeJson::word).toList());
    }

    private static SignatoryJson signatory(Signatory who) {
        return new SignatoryJson(word(who.kind()), who.name());
    }

    private static String iso(ZonedDateTime at) {
        return at.toOffsetDateTime().toString();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
