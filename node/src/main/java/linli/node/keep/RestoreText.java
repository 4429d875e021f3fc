package linli.node.keep;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import linli.backup.Recovery;
import linli.entry.EntryCodec;
import linli.entry.VolunteeringEvent.VolunteerEnrolled;
import linli.ledger.NodeFolder;
import linli.log.LogReader;

/** What came of a recovery, in plain words: what is back, whether the node may write, what is lost. */
final class RestoreText {
    private final NodeFolder folder;
    private final PrintWriter out;

    RestoreText(NodeFolder folder, PrintWriter out) {
        this.folder = folder;
        this.out = out;
    }

    void print(Recovery.Outcome outcome) {
        outcome.answers().forEach(this::print);
        out.println();
        out.printf(
                Locale.ROOT,
                "The node's own log: %,d entries were here, %,d came back.%n",
                outcome.before(),
                outcome.after() - outcome.before());
        if (outcome.forked()) {
            printFork();
        } else if (outcome.mayWrite()) {
            out.println("All of them have answered and nothing is missing: the node may write again.");
            out.println("Then: linli run --dir " + folder.folder()
                    + "; the other communities' records come by themselves.");
        } else {
            printHeldBack(outcome);
        }
        printLost(outcome);
        out.flush();
    }

    private void print(Recovery.Answer answer) {
        String had = answer.problem()
                .map(problem -> "DID NOT ANSWER: " + problem)
                .orElseGet(() -> answer.ownSize() == 0
                        ? "has nothing of this node's log"
                        : String.format(Locale.ROOT, "has this node's log up to #%,d", answer.ownSize() - 1));
        out.println(answer.peer() + "  " + had + (answer.frozen() ? "; IT SAYS THAT THE LOG WAS FORKED" : ""));
    }

    private void printFork() {
        out.println(
                "FORK: this node's key has signed two histories. Two copies of the node were written on, or somebody"
                        + " else has its key. The log takes nothing more.");
        out.println(
                "See “linli fork show”; tell the county. It ends this log with “linli county rotate”, and the node goes"
                        + " on under a new key with “linli join --again”.");
    }

    private void printHeldBack(Recovery.Outcome outcome) {
        out.println("THE NODE STAYS HELD BACK: it may be read and meets others, and writes nothing.");
        boolean frozen = outcome.answers().stream().anyMatch(Recovery.Answer::frozen);
        out.println(
                frozen
                        ? "Somebody holds proof that its log was forked: ask there for “linli fork export”, and tell the county."
                        : "Somebody who did not answer may hold its newest entries. Run “linli restore --dir "
                                + folder.folder()
                                + "” again when they can be reached; leave out with --without who never met this node since.");
    }

    private void printLost(Recovery.Outcome outcome) {
        long people = enrolled(outcome.before(), outcome.after());
        out.println();
        out.println("What cannot be recovered:");
        out.println("- what this node wrote and had not yet given to any of them; only people can know of it");
        out.println(
                people == 0
                        ? "- names, phones and PINs changed since the copy was made: they are nowhere else"
                        : String.format(
                                Locale.ROOT,
                                "- names, phones and PINs changed since the copy was made: they are nowhere else; %,d"
                                        + " people were enrolled after it, of whom their numbers and records are back",
                                people));
    }

    private long enrolled(long from, long to) {
        AtomicLong people = new AtomicLong();
        try (LogReader log = folder.readLog()) {
            log.scan(from, Math.min(to, log.size()), (index, entry) -> {
                if (EntryCodec.decode(entry).event() instanceof VolunteerEnrolled) {
                    people.incrementAndGet();
                }
            });
        }
        return people.get();
    }
}
