package linli.web.setup;

import linli.enrol.Fingerprint;
import linli.enrol.InviteCode;
import linli.sync.PeerAddress;

/** What the program does when all questions are answered. Whatever throws may be tried again, and goes on where it was. */
public interface FirstRun {
    /**
     * The first manager of the node.
     *
     * @param handle with which they sign in
     * @param name for people
     */
    record Manager(String handle, String name) {}

    /** Makes a county's node. */
    Paper found(String name, String origin, Manager manager);

    /** The fingerprint of the county that answers at an address; nothing is sent to it. */
    Fingerprint look(PeerAddress county);

    /**
     * Joins a county.
     *
     * @param fingerprint of the county, compared by a person
     */
    Paper join(PeerAddress county, InviteCode code, Fingerprint fingerprint, Manager manager);

    /** The paper was printed: the node may run. */
    void finish();

    /**
     * What is printed and put into a safe; nothing of it can be shown again.
     *
     * @param name of the node
     * @param log origin of its log
     * @param fingerprint of the county, to be compared by every community that joins it
     * @param recoveryCode both of the node's keys
     * @param manager who signs in first
     * @param password their first one, good until they choose another, for a week
     * @param kioskCode with which the first kiosk is paired
     * @param kioskHours for how long that code is good
     */
    record Paper(
            String name,
            String log,
            Fingerprint fingerprint,
            String recoveryCode,
            Manager manager,
            String password,
            String kioskCode,
            long kioskHours) {
        @Override
        public String toString() {
            return "Paper[withheld]";
        }
    }
}
