package linli.web.page;

import linli.web.sync.SyncLine;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds every page.
 *
 * @param words its language
 * @param token that its forms bring along
 * @param signedIn whether somebody is signed in
 * @param here the page's own address, to come back to after switching the language
 * @param sync how reconciling stands; null where there is nothing to say
 */
public record Frame(
        Words words,
        String token,
        boolean signedIn,
        String here,
        @Nullable SyncLine sync) {
    String styleSheet() {
        return StyleSheet.ADDRESS;
    }

    Language other() {
        return words.language().other();
    }
}
