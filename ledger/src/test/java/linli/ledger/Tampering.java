package linli.ledger;

import java.nio.file.Path;
import linli.entry.VolunteerNo;

/** What somebody with a database tool might do to the accounts. */
public final class Tampering {
    private Tampering() {}

    /** Writes a volunteer more minutes than they served. */
    public static void giveMinutes(Path folder, VolunteerNo no, long minutes) {
        NodeFolder node = NodeFolder.open(folder);
        try (AccountFile file = AccountFile.open(node.accounts().resolve("accounts-8.db"))) {
            long key = no.entry().toLong();
            VolunteerAccount was =
                    Page.find(Table.VOLUNTEERS, file.page(Table.VOLUNTEERS, Table.VOLUNTEERS.pageOf(key)), key);
            Changes changes = new Changes(new SavedRows(file::page));
            changes.put(
                    Table.VOLUNTEERS,
                    key,
                    new VolunteerAccount(
                            was.branch(),
                            was.no(),
                            was.commitment(),
                            was.enrolledAtSeconds(),
                            was.clockMinutes() + minutes,
                            was.backfilledMinutes(),
                            was.pendingMinutes(),
                            was.records(),
                            was.openCheckIn(),
                            was.lastRecord()));
            file.write(changes);
            file.commit();
        }
    }
}
