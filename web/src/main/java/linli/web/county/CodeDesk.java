package linli.web.county;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import linli.enrol.Invite;
import linli.enrol.Invites;
import linli.ledger.Books;
import linli.ledger.NodeFolder;
import linli.sync.CountyTls;
import linli.sync.PeerAddress;
import linli.web.caller.Visitor;
import linli.web.clock.CountyZone;
import linli.web.form.Form;
import linli.web.screen.Means;

/** Makes the codes with which communities join or go on with a new key, and the sheets to hand over. Safe for any number of threads. */
final class CodeDesk {
    private static final int PEER_PORT = 7443;
    private static final int MOST_DAYS = 90;
    /** A form that is sent again, or an answer that is loaded anew, is given the same code for so long. */
    private static final Duration SHOWN_AGAIN = Duration.ofMinutes(10);

    private final Books books;
    private final NodeFolder folder;
    private final Clock clock;
    private final Cache<String, CodeSheet> issued = CacheBuilder.newBuilder()
            .maximumSize(100)
            .expireAfterWrite(SHOWN_AGAIN)
            .build();

    CodeDesk(Means means) {
        this.books = means.books();
        this.folder = means.office().ledger().node();
        this.clock = means.clock().withZone(ZoneOffset.UTC);
    }

    /**
     * A code that is wanted.
     *
     * @param name of the community
     * @param life how long the code is good
     * @param address at which the community reaches the county
     */
    record Order(Invite.Purpose purpose, String name, Duration life, PeerAddress address) {}

    /** Nothing can be made of what was typed. */
    static final class Unfit extends RuntimeException {
        private final String notice;

        /** @param notice what is wrong, as the words name it */
        Unfit(String notice) {
            super(notice, null, false, false);
            this.notice = notice;
        }

        String notice() {
            return notice;
        }
    }

    /**
     * The sheet that answers a form; the same one where the form was answered before.
     *
     * @throws Unfit as the order does
     */
    synchronized CodeSheet sheet(ContainerRequestContext request, Supplier<Order> order) {
        // One at a time, so that of two that come at once the second finds what the first was given.
        String key =
                Visitor.of(request).caller().written() + " " + Form.of(request).text(Form.REQUEST);
        CodeSheet before = issued.getIfPresent(key);
        if (before != null) {
            return before;
        }
        CodeSheet sheet = issue(order.get());
        issued.put(key, sheet);
        return sheet;
    }

    private CodeSheet issue(Order order) {
        String fingerprint =
                CountyTls.prepare(folder, clock).authority().fingerprint().toString();
        Invites.Issued made = invites().issue(order.purpose(), order.life());
        return new CodeSheet(
                order.name(),
                made.code().shown(),
                fingerprint,
                order.address().toString(),
                made.invite().expiresAt().atZone(CountyZone.of(books)),
                order.purpose() instanceof Invite.NewKey);
    }

    /** How long a code is good, as typed in days. */
    static Duration life(String days) {
        if (!days.matches("[1-9][0-9]?") || Integer.parseInt(days) > MOST_DAYS) {
            throw new Unfit("days");
        }
        return Duration.ofDays(Integer.parseInt(days));
    }

    /** Where the county is reached, as typed. */
    static PeerAddress address(String typed) {
        try {
            return PeerAddress.parse(typed);
        } catch (IllegalArgumentException e) {
            throw new Unfit("address");
        }
    }

    /** By what this page is reached, others may reach the county too; only whoever runs it knows. */
    static String guess(ContainerRequestContext request) {
        String host = request.getUriInfo().getBaseUri().getHost();
        boolean onlyHere = host == null || host.equals("localhost") || host.startsWith("127.") || host.contains(":");
        return onlyHere ? "" : "https://" + host + ":" + PEER_PORT;
    }

    /** All codes, newest first. */
    List<Invite> made() {
        return invites().list().stream()
                .sorted(Comparator.comparing(Invite::issuedAt).reversed())
                .toList();
    }

    /** What the codes that wait to be used are for. */
    Stream<Invite.Purpose> open() {
        Instant now = clock.instant();
        return invites().list().stream()
                .filter(invite -> invite.takenBy().isEmpty() && !invite.isExpired(now))
                .map(Invite::purpose);
    }

    /** Makes an open code worthless; false where none has this id. */
    boolean withdraw(String id) {
        return invites().list().stream()
                .filter(invite -> invite.id().toString().equals(id))
                .anyMatch(invite -> invites().withdraw(invite.id()));
    }

    Instant now() {
        return clock.instant();
    }

    private Invites invites() {
        return Invites.open(folder.folder(), clock);
    }
}
