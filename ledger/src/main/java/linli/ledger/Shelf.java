package linli.ledger;

import linli.log.LogView;
import org.jspecify.annotations.Nullable;

/** The logs that are at hand: a node's own, and its copies of others'. */
interface Shelf {
    /** The log of this volume; null where it is not here. */
    @Nullable
    LogView log(Volume volume);
}
