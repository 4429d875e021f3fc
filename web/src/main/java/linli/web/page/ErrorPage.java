package linli.web.page;

/**
 * The page that says what went wrong.
 *
 * @param code names the texts, {@code problem.<code>.title} and {@code .detail}
 * @param id to be told to whoever looks into the node's log
 * @param home where to go on from here
 */
public record ErrorPage(String code, String id, String home) {}
