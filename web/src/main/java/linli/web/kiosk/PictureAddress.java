package linli.web.kiosk;

import java.util.HexFormat;
import linli.ledger.Item;
import linli.log.Hash;
import org.jspecify.annotations.Nullable;

/** Where pictures of what the shop offers are. */
public final class PictureAddress {
    private PictureAddress() {}

    /** The picture of an item; null where it has none. */
    public static @Nullable String of(Item item) {
        Hash picture = item.picture();
        return picture == null ? null : "/kiosk/shop/pictures/" + item.id() + "/" + hex(picture);
    }

    /** A picture's name, as its address has it. */
    static String hex(Hash picture) {
        return HexFormat.of().formatHex(picture.toBytes());
    }
}
