package linli.node.serve;

import java.util.Optional;

/**
 * Where a running node is to be found.
 *
 * @param pages where its pages are
 * @param https whether pages are served over https, with the node's certificate
 * @param peers where other nodes reach it; empty for a node that stands alone
 */
public record Doors(HttpSettings pages, boolean https, Optional<HttpSettings> peers) {

    /** Of a node whose pages are served in the clear, as within one machine. */
    public static Doors plain(HttpSettings pages, Optional<HttpSettings> peers) {
        return new Doors(pages, false, peers);
    }
}
