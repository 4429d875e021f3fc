package linli.web.desk.office;

import linli.ledger.Books;
import linli.ledger.Branch;

/** What nodes are called. */
final class Names {
    private Names() {}

    /** A node's name; its number where the county's log has not told of it here. */
    static String of(int node, Books books) {
        return books.branch(node).map(Branch::name).orElseGet(() -> "#" + node);
    }
}
