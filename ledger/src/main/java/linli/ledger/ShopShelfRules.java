package linli.ledger;

import java.util.Objects;
import linli.entry.EntryId;
import linli.entry.Role;
import linli.entry.ShopEvent.ItemDelisted;
import linli.entry.ShopEvent.ItemListed;
import linli.entry.ShopEvent.ItemPictured;
import linli.entry.ShopEvent.ItemRepriced;
import org.jspecify.annotations.Nullable;

/** The shop's shelf: what is on offer, and for how many points. */
final class ShopShelfRules {
    private ShopShelfRules() {}

    static void listed(ItemListed event, Posting posting) {
        posting.needs(Role.CLERK);
        Shop shop =
                Objects.requireNonNullElse(posting.get(Table.SHOPS, posting.branch()), Shop.empty(posting.branch()));
        Rejection.SHELF_FULL.unless(shop.items() < Item.MOST, "a branch lists at most %s items", Item.MOST);
        EntryId id = posting.id();
        new Storeroom(posting).put(Item.listed(id, event, shop));
        posting.put(Table.SHOPS, posting.branch(), shop.listed(id));
        price(posting, id, event.points(), null);
    }

    static void pictured(ItemPictured event, Posting posting) {
        posting.needs(Role.CLERK);
        Storeroom storeroom = new Storeroom(posting);
        storeroom.put(storeroom.onOffer(event.item()).pictured(event.picture()));
    }

    static void repriced(ItemRepriced event, Posting posting) {
        posting.needs(Role.CLERK);
        Storeroom storeroom = new Storeroom(posting);
        Item item = storeroom.onOffer(event.item());
        price(posting, item.id(), event.points(), item.newest());
        storeroom.put(item.repriced(event.points(), posting.id()));
    }

    private static void price(Posting posting, EntryId item, long points, @Nullable EntryId previous) {
        Price price = new Price(posting.id(), item, points, posting.by().written(), posting.atSeconds(), previous);
        posting.put(Table.PRICES, price.entry().toLong(), price);
    }

    static void delisted(ItemDelisted event, Posting posting) {
        posting.needs(Role.CLERK);
        Storeroom storeroom = new Storeroom(posting);
        Item item = storeroom.onOffer(event.item());
        storeroom.put(item.delisted(
                new Item.Delisting(posting.id(), posting.by().written(), event.reason(), posting.atSeconds())));
    }
}
