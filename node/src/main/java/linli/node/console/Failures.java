package linli.node.console;

import java.io.PrintWriter;
import linli.access.AccessException;
import linli.backup.BackupException;
import linli.bundle.BundleException;
import linli.enrol.EnrolException;
import linli.entry.EntryException;
import linli.intake.IntakeException;
import linli.keys.KeyException;
import linli.ledger.LedgerException;
import linli.log.LogException;
import linli.national.NationalException;
import linli.office.CertificateException;
import linli.office.ImportRefused;
import linli.picture.PictureException;
import linli.profile.ProfileException;
import linli.receipt.ReceiptException;
import linli.sync.SyncException;
import linli.transfer.TransferException;
import picocli.CommandLine;

/** What a command that could not be done says: one sentence for a failure that was foreseen, everything for one that was not. */
public final class Failures implements CommandLine.IExecutionExceptionHandler {
    public static final int REFUSED = 1;
    public static final int FAILED = 2;

    @Override
    public int handleExecutionException(Exception failure, CommandLine line, CommandLine.ParseResult parsed) {
        PrintWriter err = line.getErr();
        if (!isForeseen(failure)) {
            err.println("linli: this should not have happened; please report it with what follows");
            failure.printStackTrace(err);
            return FAILED;
        }
        err.println("linli: " + failure.getMessage());
        boolean refused = failure instanceof ImportRefused
                || (failure instanceof LedgerException e && e.code() == LedgerException.Code.REFUSED);
        return refused ? REFUSED : FAILED;
    }

    private static boolean isForeseen(Exception failure) {
        return failure instanceof LedgerException
                || failure instanceof LogException
                || failure instanceof BundleException
                || failure instanceof BackupException
                || failure instanceof KeyException
                || failure instanceof AccessException
                || failure instanceof PictureException
                || failure instanceof ProfileException
                || failure instanceof IntakeException
                || failure instanceof ImportRefused
                || failure instanceof EntryException
                || failure instanceof EnrolException
                || failure instanceof SyncException
                || failure instanceof TransferException
                || failure instanceof ReceiptException
                || failure instanceof CertificateException
                || failure instanceof NationalException
                || failure instanceof Problem;
    }

    /** A failure of the command line itself. */
    public static final class Problem extends RuntimeException {
        public Problem(String message) {
            super(message);
        }

        public Problem(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
