package linli.web.api.me;

import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.util.Base64;
import java.util.List;
import linli.entry.VolunteerNo;
import linli.log.Hash;
import linli.web.api.hours.HoursJson;
import linli.web.api.volunteer.MinutesJson;
import linli.web.api.volunteer.PointsJson;
import linli.web.hours.Person;
import linli.web.hours.Proof;
import org.jspecify.annotations.Nullable;

/** A volunteer's own affairs in the words of the API. */
final class MeJson {
    private MeJson() {}

    private record PersonJson(
            VolunteerNo number, @Nullable String name, MinutesJson minutes, long records, PointsJson points) {}

    private record ProvenJson(HoursJson record, EntryJson entry, ProofJson proof) {}

    private record EntryJson(ZonedDateTime signedAt, long index, String leafHash, String bytes) {}

    private record ProofJson(String origin, String vkey, long size, String root, List<String> path, String tlogProof) {}

    static Record person(Person person) {
        return new PersonJson(
                person.number(),
                person.name(),
                new MinutesJson(person.clockMinutes(), person.backfilledMinutes(), person.pendingMinutes()),
                person.records(),
                PointsJson.of(person.points()));
    }

    static Record proven(Proof proof, byte[] entry) {
        return new ProvenJson(
                HoursJson.of(proof.hours()),
                new EntryJson(
                        proof.signedAt(),
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
}
