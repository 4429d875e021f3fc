package linli.sim;

import static linli.sim.Roster.CLERK;

import java.util.List;
import linli.entry.EntryId;
import linli.entry.VolunteerNo;
import linli.entry.WishEvent;
import linli.entry.WishEvent.WishClaimDeclined;
import linli.entry.WishEvent.WishClaimRequested;
import linli.entry.WishEvent.WishClaimWithdrawn;
import linli.entry.WishEvent.WishClaimed;
import linli.entry.WishEvent.WishReleased;
import linli.ledger.ClaimRequest;
import linli.ledger.Wish;
import linli.ledger.WishBook;

/** Wishes of other branches: who asks for them here, and what is answered to those who ask from elsewhere. */
final class OfficeClaims extends Desk {
    OfficeClaims(Scribe scribe) {
        super(scribe);
    }

    @Override
    String act(SimNode node, List<SimNode> others) {
        return switch (lot.below(9)) {
            case 0, 1, 2, 3 -> request(node, others);
            case 4 -> withdraw(node);
            case 5 -> lot.chance(0.5) ? release(node) : withdraw(node);
            default -> answer(node);
        };
    }

    private String request(SimNode node, List<SimNode> others) {
        List<Wish> elsewhere = node.ledger().books().wishes().claimableElsewhere();
        List<EntryId> wishes = elsewhere.isEmpty() || lot.chance(0.1)
                ? node.notebook.wishes
                : elsewhere.stream().map(Wish::id).toList();
        VolunteerNo who = somebody(node, others);
        WishClaimRequested event = new WishClaimRequested(oneOf(wishes, node), who);
        return post(node, roster.ownHandOr(who, CLERK), event, id -> Notebook.note(node.notebook.requests, id));
    }

    private String withdraw(SimNode node) {
        List<EntryId> granted = node.notebook.requests.stream()
                .filter(id -> node.ledger()
                        .books()
                        .wishes()
                        .request(id)
                        .filter(asked ->
                                asked.answer() != null && asked.answer().granted())
                        .isPresent())
                .toList();
        EntryId request = oneOf(granted.isEmpty() || lot.chance(0.5) ? node.notebook.requests : granted, node);
        VolunteerNo who = node.ledger()
                .books()
                .wishes()
                .request(request)
                .map(asked -> asked.request().volunteer())
                .orElseGet(() -> lot.pick(node.notebook.volunteers));
        return post(node, roster.ownHandOr(who, CLERK), new WishClaimWithdrawn(request, "没空"));
    }

    /** To what waits; or once more to what was answered or taken back before. */
    private String answer(SimNode node) {
        WishBook book = node.ledger().books().wishes();
        List<WishBook.Asked> waiting = lot.chance(0.85)
                ? node.ledger().books().toDo().wishes().toAnswer()
                : node.notebook.wishes.stream()
                        .flatMap(wish -> book.requests(wish).stream())
                        .toList();
        if (waiting.isEmpty()) {
            return "nobody asks";
        }
        ClaimRequest request = lot.pick(waiting).request();
        boolean grants = lot.chance(0.6);
        WishEvent event = grants
                ? new WishClaimed(request.wish(), request.volunteer(), request.id())
                : new WishClaimDeclined(request.wish(), request.id(), "已有人");
        return post(node, roster.mostly(CLERK), event, id -> {
            if (grants) {
                scribe.tally().count(Seen.CLAIM_GRANTED);
            }
        });
    }

    private String release(SimNode node) {
        List<WishBook.Asked> withdrawn = node.ledger().books().toDo().wishes().toRelease();
        if (withdrawn.isEmpty()) {
            return "nothing to release";
        }
        EntryId wish = lot.pick(withdrawn).request().wish();
        return post(
                node,
                roster.mostly(CLERK),
                new WishReleased(wish, "撤回"),
                id -> scribe.tally().count(Seen.CLAIM_RELEASED));
    }
}
