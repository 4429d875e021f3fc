package linli.web.page;

/**
 * What surrounds every page.
 *
 * @param words its language
 * @param token that its forms bring along
 * @param signedIn whether somebody is signed in
 * @param here the page's own address, to come back to after switching the language
 */
public record Frame(Words words, String token, boolean signedIn, String here) {
    String styleSheet() {
        return StyleSheet.ADDRESS;
    }

    Language other() {
        return words.language().other();
    }
}
