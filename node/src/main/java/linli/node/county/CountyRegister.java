package linli.node.county;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import linli.ledger.Books;
import linli.ledger.Branch;
import linli.ledger.NodeFolder;
import linli.ledger.Volume;
import linli.log.Disk;
import linli.log.Log;
import linli.log.LogException;
import linli.log.LogReader;
import linli.log.SignedCheckpoint;
import linli.log.Vkey;
import linli.node.console.Failures;
import linli.node.console.NodeOption;

/** The branches as the county knows them, with what it holds of each; read beside a running node. */
record CountyRegister(List<Listed> branches) {
    /**
     * A branch.
     *
     * @param held entries of its present log that are here
     * @param before entries of its earlier logs that count
     * @param cosigned when this node last signed for what is here, in epoch seconds
     */
    record Listed(Branch branch, long before, long held, Optional<Long> cosigned) {
        int number() {
            return branch.number();
        }

        String name() {
            return branch.name();
        }

        boolean is(String which) {
            return branch.slug().equals(which)
                    || Integer.toString(branch.number()).equals(which);
        }
    }

    static CountyRegister of(NodeOption node) {
        NodeFolder folder = node.folder();
        return node.read((books, log) -> new CountyRegister(books.branches().stream()
                .map(branch -> listed(branch, books, folder))
                .toList()));
    }

    private static Listed listed(Branch branch, Books books, NodeFolder folder) {
        List<Volume> volumes = books.volumes(branch.number());
        Volume last = volumes.get(volumes.size() - 1);
        Path logs = NodeFolder.logs(folder.folder());
        try (LogReader log = LogReader.open(Disk.real(), Log.dirOf(logs, last.origin()), last.key())) {
            Optional<Vkey> cosigner = books.cosigner(folder.branch());
            long size = log.size();
            Optional<Long> signed = size == 0 ? Optional.empty() : cosigner.flatMap(key -> signedAt(log, key));
            return new Listed(branch, last.first(), size, signed);
        } catch (LogException e) {
            if (e.code() == LogException.Code.NOT_A_LOG) {
                return new Listed(branch, last.first(), 0, Optional.empty());
            }
            throw e;
        }
    }

    private static Optional<Long> signedAt(LogReader log, Vkey cosigner) {
        SignedCheckpoint newest = log.latestCheckpoint();
        return newest.cosignedAtSeconds(cosigner);
    }

    /** The branch of this number or slug, which must be open. */
    Listed open(String which) {
        Listed found = branches.stream()
                .filter(listed -> listed.number() != 0 && listed.is(which))
                .findFirst()
                .orElseThrow(() ->
                        new Failures.Problem("there is no branch “" + which + "”; “linli county branches” lists them"));
        if (!found.branch().open()) {
            throw new Failures.Problem("branch " + found.number() + " " + found.name() + " is closed already");
        }
        return found;
    }
}
