package linli.web.kiosk;

import java.util.List;
import java.util.Optional;
import linli.entry.EntryId;
import linli.entry.VolunteerNo;
import linli.ledger.Books;
import linli.ledger.Item;
import linli.ledger.ShopBook;
import org.jspecify.annotations.Nullable;

/**
 * The shop as somebody stands before it.
 *
 * @param wares everything on offer, what is left first
 * @param basket what they have chosen
 * @param request the id of the redemption that it may become, which goes from page to page with the basket
 * @param total points for all of it
 * @param held points that they can spend; null where nobody has given a PIN
 */
public record Shopping(
        List<Ware> wares,
        Basket basket,
        String request,
        long total,
        @Nullable Long held) {

    /**
     * One thing on offer.
     *
     * @param item what
     * @param taken how many are in the basket
     * @param more where one more is put in; null where there is none left, or no room
     * @param less where one is put back; null where there is none
     */
    public record Ware(
            Item item,
            int taken,
            @Nullable String more,
            @Nullable String less) {
        public long sum() {
            return item.points() * taken;
        }
    }

    static Shopping of(Basket typed, String request, Optional<VolunteerNo> self, Books books) {
        return books.together(all -> {
            ShopBook shop = all.shop();
            List<Item> onOffer = shop.onOffer();
            Basket basket = onlyOf(onOffer, typed);
            List<Ware> wares = onOffer.stream()
                    .map(item -> ware(item, basket, request))
                    .sorted((one, other) -> Boolean.compare(isGone(one), isGone(other)))
                    .toList();
            return new Shopping(
                    wares,
                    basket,
                    request,
                    shop.sum(basket.lines()),
                    self.map(all::held).orElse(null));
        });
    }

    /** What went off the shelf meanwhile is not in the basket any more. */
    private static Basket onlyOf(List<Item> onOffer, Basket typed) {
        Basket basket = Basket.EMPTY;
        for (Item item : onOffer) {
            basket = basket.with(item.id(), typed.of(item.id()));
        }
        return basket;
    }

    private static boolean isGone(Ware ware) {
        return ware.taken() == 0 && ware.item().stock() == 0;
    }

    private static Ware ware(Item item, Basket basket, String request) {
        EntryId id = item.id();
        int taken = basket.of(id);
        boolean another = taken < item.stock() && basket.hasRoomFor(id);
        return new Ware(
                item,
                taken,
                another ? shelf(basket.with(id, taken + 1), request) : null,
                taken > 0 ? shelf(basket.with(id, taken - 1), request) : null);
    }

    /** What is in the basket. */
    public List<Ware> chosen() {
        return wares.stream().filter(ware -> ware.taken() > 0).toList();
    }

    /** Points that are missing; nought where there are enough, or nobody knows. */
    public long missing() {
        return held == null ? 0 : Math.max(0, total - held);
    }

    /** The page of the shelf with a basket. */
    static String shelf(Basket basket, String request) {
        return "/kiosk/shop?basket=" + basket + "&request=" + request;
    }

    /** Back to the shelf. */
    public String shelf() {
        return shelf(basket, request);
    }

    /** On to the question whether this is what they want. */
    public String confirm() {
        return confirm(basket, request);
    }

    static String confirm(Basket basket, String request) {
        return "/kiosk/shop/confirm?basket=" + basket + "&request=" + request;
    }
}
