package linli.enrol;

/**
 * Who is at the other end, as the county's signature under its certificate says.
 *
 * @param number the node's number; 0 is the county
 * @param origin of the log that the certificate was issued for; a node whose key was rotated has another log since
 * @param key fingerprint of the key that the other end has proven to own
 */
public record PeerIdentity(int number, String origin, Fingerprint key) {
    public boolean isCounty() {
        return number == 0;
    }
}
