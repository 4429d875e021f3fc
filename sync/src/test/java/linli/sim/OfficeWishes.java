package linli.sim;

import static linli.sim.Roster.APPROVER;
import static linli.sim.Roster.CLERK;
import static linli.sim.Roster.MANAGER;

import java.time.LocalDate;
import java.util.List;
import linli.entry.Actor;
import linli.entry.EntryId;
import linli.entry.VolunteerNo;
import linli.entry.WishEvent.End;
import linli.entry.WishEvent.Kind;
import linli.entry.WishEvent.WishAccepted;
import linli.entry.WishEvent.WishClaimed;
import linli.entry.WishEvent.WishClosed;
import linli.entry.WishEvent.WishConfirmed;
import linli.entry.WishEvent.WishDispatched;
import linli.entry.WishEvent.WishFulfilled;
import linli.entry.WishEvent.WishPosted;
import linli.entry.WishEvent.WishReleased;
import linli.ledger.Membership;
import linli.ledger.Policy;
import linli.ledger.Wish;
import linli.ledger.Wish.Act;
import linli.ledger.WishPolicy;
import linli.ledger.WishPolicy.Reward;
import org.jspecify.annotations.Nullable;

/** The wall of wishes: what is asked for, and every step from there to the thanks. */
final class OfficeWishes extends Desk {
    private static final List<String> STAFF = List.of("wang", "li", "sun", "nobody");

    OfficeWishes(Scribe scribe) {
        super(scribe);
    }

    @Override
    String act(SimNode node, List<SimNode> others) {
        return node.notebook.wishes.isEmpty() || lot.chance(0.2) ? ask(node, others) : goOn(node, others);
    }

    private String ask(SimNode node, List<SimNode> others) {
        boolean byVolunteer = lot.chance(0.5);
        VolunteerNo wisher = byVolunteer || lot.chance(0.4) ? somebody(node, others) : null;
        Actor by = byVolunteer && wisher != null ? new Actor.Volunteer(wisher) : roster.mostly(CLERK);
        Kind kind = lot.pick(List.of(Kind.values()));
        LocalDate lastDay = day(node, lot.pick(List.of(3, 20, 60)));
        WishPosted event = new WishPosted(kind, wisher, "换灯泡", null, points(node, kind, byVolunteer), lastDay);
        return post(node, by, event, id -> Notebook.note(node.notebook.wishes, id));
    }

    private long points(SimNode node, Kind kind, boolean byVolunteer) {
        WishPolicy policy = node.ledger()
                .books()
                .policy()
                .map(adopted -> Policy.parse(adopted.document()).of(kind))
                .orElseThrow();
        return byVolunteer && lot.chance(0.95) ? policy.points() : lot.below((int) policy.mostPoints() + 2);
    }

    /** A day within the next few; now and then one that has passed. */
    private LocalDate day(SimNode node, int days) {
        return node.ledger().today().plusDays(lot.between(lot.chance(0.05) ? -2 : 0, days));
    }

    /** The next step of some wish, or, now and then, one that cannot be taken. */
    private String goOn(SimNode node, List<SimNode> others) {
        EntryId id = oneOf(node.notebook.wishes, node);
        Wish wish = node.ledger().books().wishes().find(id).orElse(null);
        List<Act> possible = wish == null ? List.of() : List.copyOf(wish.acts());
        if (possible.isEmpty() && lot.chance(0.9)) {
            node.notebook.wishes.remove(id);
            return ask(node, others);
        }
        Act act = lot.pick(possible.isEmpty() || lot.chance(0.05) ? List.of(Act.values()) : possible);
        boolean rather = (act == Act.CLOSE || act == Act.RELEASE) && !possible.isEmpty() && lot.chance(0.6);
        boolean over = wish != null && wish.isLapsed(node.ledger().today()) && lot.chance(0.8);
        return over ? close(id, wish, node) : step(rather ? lot.pick(possible) : act, id, wish, node, others);
    }

    private String step(Act act, EntryId id, @Nullable Wish wish, SimNode node, List<SimNode> others) {
        return switch (act) {
            case ACCEPT -> post(node, roster.mostly(CLERK), new WishAccepted(id));
            case DISPATCH -> dispatch(id, wish, node);
            case CLAIM -> claim(id, wish, node, others);
            case RELEASE -> post(node, holder(wish, node), new WishReleased(id, "病了"));
            case FULFIL -> post(node, holder(wish, node), new WishFulfilled(id, lot.chance(0.5) ? "已办" : null));
            case CONFIRM -> confirm(id, wish, node);
            case CLOSE -> close(id, wish, node);
        };
    }

    private String dispatch(EntryId id, @Nullable Wish wish, SimNode node) {
        boolean toTeam = lot.chance(0.7) && !node.notebook.teams.isEmpty();
        EntryId team = toTeam ? oneOf(node.notebook.teams, node) : null;
        String staff = toTeam ? null : lot.pick(STAFF);
        boolean inTime = wish != null && lot.chance(0.9);
        LocalDate due = inTime ? wish.lastDay().minusDays(lot.below(2)) : day(node, 4);
        return post(node, roster.mostly(CLERK), new WishDispatched(id, team, staff, due));
    }

    private String claim(EntryId id, @Nullable Wish wish, SimNode node, List<SimNode> others) {
        VolunteerNo who = helper(wish, node, others);
        return post(node, roster.ownHandOr(who, CLERK), new WishClaimed(id, who, null));
    }

    /** One of the team that has it, mostly; now and then even who asked. */
    private VolunteerNo helper(@Nullable Wish wish, SimNode node, List<SimNode> others) {
        EntryId team =
                wish == null || wish.dispatch() == null ? null : wish.dispatch().team();
        VolunteerNo wisher = wish == null ? null : wish.wisher();
        if (wisher != null && lot.chance(0.05)) {
            return wisher;
        }
        List<Membership> members =
                team == null ? List.of() : node.ledger().books().teams().members(team);
        return members.isEmpty() || lot.chance(0.2)
                ? somebody(node, others)
                : lot.pick(members).volunteer();
    }

    /** Who has it in hand, or a clerk. */
    private Actor holder(@Nullable Wish wish, SimNode node) {
        if (wish != null && wish.claim() != null) {
            return roster.ownHandOr(wish.claim().volunteer(), CLERK);
        }
        boolean stranger = lot.chance(0.1);
        return stranger ? new Actor.Volunteer(lot.pick(node.notebook.volunteers)) : roster.mostly(CLERK);
    }

    private String confirm(EntryId id, @Nullable Wish wish, SimNode node) {
        return post(node, confirmer(wish), new WishConfirmed(id, lot.between(1, 5), policy(node)));
    }

    private Actor confirmer(@Nullable Wish wish) {
        if (wish != null && wish.rewards() == Reward.HELPER && wish.wisher() != null) {
            return roster.ownHandOr(wish.wisher(), MANAGER);
        }
        return roster.mostly(lot.chance(0.5) ? APPROVER : MANAGER);
    }

    private String close(EntryId id, @Nullable Wish wish, SimNode node) {
        End end = lot.pick(List.of(End.values()));
        VolunteerNo wisher = wish == null ? null : wish.wisher();
        Actor by = end == End.WITHDRAWN && wisher != null ? roster.ownHandOr(wisher, CLERK) : roster.mostly(CLERK);
        return post(node, by, new WishClosed(id, end, "不办了"));
    }
}
