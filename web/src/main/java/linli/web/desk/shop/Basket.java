package linli.web.desk.shop;

import java.util.ArrayList;
import java.util.List;
import linli.entry.ShopEvent.Line;
import linli.ledger.Item;
import linli.web.door.Problem;
import linli.web.door.Typed;
import linli.web.form.Form;

/** What somebody would take at the counter. */
public record Basket(List<Ware> wares) {
    /** How many of an item. */
    public record Ware(Item item, int taken) {
        public long sum() {
            return item.points() * taken;
        }

        /** As the form that redeems it writes it. */
        public String written() {
            return item.id() + "." + taken;
        }
    }

    static Basket empty() {
        return new Basket(List.of());
    }

    /** What was typed beside each of the items. */
    static Basket of(Form form, List<Item> onOffer) {
        List<Ware> wares = new ArrayList<>();
        for (Item item : onOffer) {
            int taken = form.optional("take-" + item.id()).map(Typed::whole).orElse(0);
            if (taken > 0) {
                wares.add(new Ware(item, taken));
            }
        }
        return new Basket(List.copyOf(wares));
    }

    /** What the form names that redeems, as {@link Ware#written} wrote it. */
    static List<Line> lines(Form form) {
        return form.all("line").stream().map(Basket::line).toList();
    }

    private static Line line(String written) {
        String[] parts = written.split("\\.", -1);
        if (parts.length != 2) {
            throw Problem.BAD_REQUEST.because("A line is an item and how many of it.");
        }
        return new Line(Typed.entry(parts[0]), Typed.whole(parts[1]));
    }

    /** How many of an item are in it. */
    public int taken(Item item) {
        return wares.stream()
                .filter(ware -> ware.item().id().equals(item.id()))
                .mapToInt(Ware::taken)
                .sum();
    }

    public boolean isEmpty() {
        return wares.isEmpty();
    }

    public long sum() {
        return wares.stream().mapToLong(Ware::sum).sum();
    }
}
