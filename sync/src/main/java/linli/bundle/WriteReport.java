package linli.bundle;

import java.nio.file.Path;
import java.util.List;

/**
 * What was written to a stick.
 *
 * @param folder of the bundle
 * @param logs how many logs it has
 * @param files how many files
 * @param bytes of all of them
 * @param filesWritten how many were not there already
 * @param receipts what was found on the stick
 */
public record WriteReport(
        Path folder, int logs, int files, long bytes, int filesWritten, List<ReceiptReport> receipts) {}
