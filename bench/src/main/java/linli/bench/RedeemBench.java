package linli.bench;

import com.google.common.collect.Iterables;
import com.google.common.collect.Lists;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import linli.entry.VolunteerNo;

/** Durable redemptions: kiosks at which volunteers redeem points. */
final class RedeemBench {
    private static final int CUSTOMERS_OF_EACH = 15;

    private RedeemBench() {}

    static void run(Path work, Effort effort, Result result) throws Exception {
        Path folder = Scratch.empty(work.resolve("redeem"));
        try (SampleNode node = SampleNode.found(folder, FastClock.from(Instant.now()))) {
            List<VolunteerNo> customers = node.enrol(KiosksBench.KIOSKS * CUSTOMERS_OF_EACH);
            SampleShop shop = SampleShop.open(node, customers);
            List<Rate.Work> kiosks = Lists.partition(customers, CUSTOMERS_OF_EACH).stream()
                    .map(theirs -> redemptions(shop, theirs))
                    .toList();
            KiosksBench.run("durable redemption", kiosks, folder, effort, result);
        }
        Scratch.delete(folder);
    }

    private static Rate.Work redemptions(SampleShop shop, List<VolunteerNo> customers) {
        Iterator<VolunteerNo> turns = Iterables.cycle(customers).iterator();
        return () -> {
            shop.redeem(turns.next());
            return 1;
        };
    }
}
