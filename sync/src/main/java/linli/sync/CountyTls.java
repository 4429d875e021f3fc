package linli.sync;

import java.nio.file.Path;
import java.time.Clock;
import linli.enrol.Authority;
import linli.enrol.Credentials;
import linli.enrol.CredentialsRequest;
import linli.ledger.NodeFolder;

/**
 * What only the county's node has for talking to others: the authority that issues certificates, and one of them for itself.
 *
 * @param authority with which it enrols
 * @param own with which it shows that it is number 0
 */
public record CountyTls(Authority authority, Credentials own) {

    /**
     * The county's certificates, made now where there are none, as in a folder that an earlier Linli founded. Making them is
     * taken up again where it was interrupted.
     *
     * @param county the county's folder
     * @throws linli.enrol.EnrolException {@code MISSING} where certificates were issued and the authority is gone: a new one in
     *     its place would be trusted by nobody; {@code EXPOSED}, {@code DAMAGED}, {@code STORAGE}
     */
    public static CountyTls prepare(NodeFolder county, Clock clock) {
        Path folder = county.folder();
        boolean isNew = !Credentials.exist(folder) && !Authority.exists(folder);
        Authority authority = isNew ? Authority.create(folder, county.origin(), clock) : Authority.open(folder);
        return new CountyTls(
                authority, Credentials.exist(folder) ? Credentials.open(folder) : certify(folder, authority, clock));
    }

    private static Credentials certify(Path folder, Authority authority, Clock clock) {
        CredentialsRequest request = CredentialsRequest.prepare(folder);
        return request.accept(
                authority.issue(0, authority.origin(), request.signing(), clock), authority.certificate());
    }
}
