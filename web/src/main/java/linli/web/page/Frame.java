package linli.web.page;

import java.security.SecureRandom;
import java.util.Base64;
import linli.ledger.StaffMember;
import linli.web.sync.SyncLine;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds every page.
 *
 * @param words its language
 * @param size in which kiosks write
 * @param nodeName what the node is called
 * @param token that its forms bring along
 * @param signedIn whether somebody is signed in
 * @param staff who it is, where that is a member of staff; what their office allows is shown to them
 * @param here the page's own address, to come back to after switching the language
 * @param done what the visitor has just done, as {@code done.<this>} in the words says it; null for nothing
 * @param sync how reconciling stands; null where there is nothing to say
 */
public record Frame(
        Words words,
        Size size,
        String nodeName,
        String token,
        boolean signedIn,
        @Nullable StaffMember staff,
        String here,
        @Nullable String done,
        @Nullable SyncLine sync) {
    private static final SecureRandom LOT = new SecureRandom();
    private static final int REQUEST_BYTES = 16;

    /** The address of a file that pages refer to. */
    public String asset(String name) {
        return Assets.address(name);
    }

    /**
     * The id of the request that a form will make, drawn when the form is shown: however often it is sent, from however many
     * windows and after whatever went wrong on the way, it is one request.
     */
    public String newRequest() {
        return drawRequest();
    }

    /** As {@link #newRequest}, for a request that goes from page to page before it is made. */
    public static String drawRequest() {
        byte[] id = new byte[REQUEST_BYTES];
        LOT.nextBytes(id);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
    }

    /** Whether nobody has chosen another language or size than those in which a kiosk begins. */
    public boolean asAtFirst() {
        return words.language() == Language.FIRST && size == Size.FIRST;
    }

    /** The language that the page offers to switch to. */
    public Language other() {
        return words.language().other();
    }
}
