package linli.node.shop;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Function;
import linli.entry.EntryId;
import linli.entry.Event;
import linli.entry.ShopEvent.ItemDelisted;
import linli.entry.ShopEvent.ItemListed;
import linli.entry.ShopEvent.ItemPictured;
import linli.entry.ShopEvent.ItemRepriced;
import linli.entry.VolunteerNo;
import linli.ledger.Item;
import linli.ledger.ShopBook;
import linli.log.Hash;
import linli.node.console.ClerkOption;
import linli.node.console.CommandGroup;
import linli.node.console.DayOption;
import linli.node.console.Failures;
import linli.node.console.NodeOption;
import linli.node.console.OpenNode;
import linli.picture.Picture;
import linli.picture.Pictures;
import linli.report.Format;
import linli.report.Reports;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code linli shop}: the points shop, its shelf and its books. What moves goods and points has classes of its own. */
@Command(
        name = "shop",
        mixinStandardHelpOptions = true,
        description = "The points shop 积分超市: what it offers, what it has, and what goes over the counter.",
        subcommands = {
            ShopReceiveCommand.class,
            ShopCountCommand.class,
            ShopRedeemCommand.class,
            ShopReverseCommand.class,
            ShopCouponCommand.class,
        })
public final class ShopCommand extends CommandGroup {
    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists what there is, with stock and price.")
    int list(@Mixin NodeOption node) {
        return print(node.read((books, log) -> Format.TABLE.write(Reports.stock(books, books.branch()))));
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Shows an item's history and stock card, a redemption, or what a volunteer redeemed.")
    int show(
            @Mixin NodeOption node,
            @Parameters(paramLabel = "NO", description = "Number of an item, of a redemption, or of a volunteer.")
                    String number) {
        boolean volunteer = number.chars().filter(c -> c == '-').count() == 2;
        return print(node.read((books, log) -> volunteer
                ? new ShopText(books.shop()).volunteer(VolunteerNo.parse(number), books.dayOf(Instant.now()))
                : shown(books.shop(), EntryId.parse(number))));
    }

    private static String shown(ShopBook shop, EntryId id) {
        ShopText text = new ShopText(shop);
        return shop.item(id)
                .map(text::item)
                .or(() -> shop.redemption(id).map(text::redemption))
                .orElseThrow(() -> new Failures.Problem("no item and no redemption has the number " + id + " here"));
    }

    @Command(
            name = "closing",
            mixinStandardHelpOptions = true,
            description = "Closes a day: what was redeemed, came in and was counted. More formats: linli report shop.")
    int closing(@Mixin NodeOption node, @Mixin DayOption day) {
        return print(
                node.read((books, log) -> Format.TABLE.write(Reports.closing(books, books.branch(), day.in(books)))));
    }

    @Command(name = "add", mixinStandardHelpOptions = true, description = "Puts a new item on the shelf.")
    int add(
            @Mixin NodeOption node,
            @Mixin ClerkOption by,
            @Parameters(paramLabel = "NAME", description = "What it is, such as 大米.") String name,
            @Option(names = "--unit", required = true, description = "One of it: 袋, 瓶, 次.") String unit,
            @Option(names = "--points", required = true, paramLabel = "P", description = "The price of one.")
                    long points,
            @Option(
                            names = "--coupon-days",
                            paramLabel = "N",
                            description = "For a service: how many days a coupon for it is good for.")
                    @Nullable
                    Integer validDays) {
        try (OpenNode open = node.open()) {
            EntryId id = by.post(open.ledger(), new ItemListed(name, unit, points, validDays));
            return print(name + " is item " + id + ". Fill its stock with “linli shop receive " + id + " …”.\n");
        }
    }

    @Command(name = "reprice", mixinStandardHelpOptions = true, description = "Changes an item's price.")
    int reprice(
            @Mixin NodeOption node,
            @Mixin ClerkOption by,
            @Parameters(paramLabel = "ITEM", description = "Its number, such as 3-4812.") String item,
            @Parameters(paramLabel = "POINTS", description = "The new price of one.") long points) {
        return change(node, by, item, id -> new ItemRepriced(id, points), " costs " + points + " points from now on");
    }

    @Command(name = "delist", mixinStandardHelpOptions = true, description = "Takes an item off the shelf.")
    int delist(
            @Mixin NodeOption node,
            @Mixin ClerkOption by,
            @Parameters(paramLabel = "ITEM", description = "Its number.") String item,
            @Option(names = "--reason", required = true, description = "Why; it stays in the log.") String reason) {
        return change(node, by, item, id -> new ItemDelisted(id, reason), " is off the shelf");
    }

    @Command(
            name = "picture",
            mixinStandardHelpOptions = true,
            description = "Gives an item a picture: PNG, JPEG or WebP of at most 512 KiB.")
    int picture(
            @Mixin NodeOption node,
            @Mixin ClerkOption by,
            @Parameters(paramLabel = "ITEM", description = "Its number.") String item,
            @Parameters(paramLabel = "FILE", description = "The picture.") Path file) {
        Picture picture = Picture.of(content(file));
        Hash hash = new Pictures(node.folder().folder()).put(picture);
        return change(node, by, item, id -> new ItemPictured(id, hash), " has a new picture");
    }

    private static byte[] content(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(Picture.MOST_BYTES + 1);
        } catch (IOException e) {
            throw new Failures.Problem("the picture " + file + " cannot be read", e);
        }
    }

    private int change(NodeOption node, ClerkOption by, String item, Function<EntryId, Event> event, String done) {
        try (OpenNode open = node.open()) {
            EntryId id = EntryId.parse(item);
            EntryId entry = by.post(open.ledger(), event.apply(id));
            String name = open.ledger().books().shop().item(id).map(Item::name).orElseThrow();
            return print(name + done + ", with entry " + entry + ".\n");
        }
    }

    private int print(String text) {
        spec.commandLine().getOut().print(text);
        spec.commandLine().getOut().flush();
        return 0;
    }
}
