package linli.web.screen;

import java.time.InstantSource;
import linli.access.Kiosks;
import linli.access.Passwords;
import linli.ledger.Books;
import linli.office.Office;
import linli.web.act.Acts;
import linli.web.caller.Desk;
import linli.web.caller.ReceiptWindow;
import linli.web.caller.Visitors;
import linli.web.hours.MyHours;
import linli.web.session.Pairing;
import linli.web.session.SignIn;
import linli.web.sync.SyncBoard;

/**
 * What the routes of pages work with, handed to each room whole.
 *
 * @param screens answer with a page
 * @param acts write
 * @param receipts where they are verified
 */
public record Means(
        Screens screens,
        Acts acts,
        Office office,
        MyHours myHours,
        SyncBoard board,
        ReceiptWindow receipts,
        Visitors visitors,
        SignIn signIn,
        Desk desk,
        Kiosks kiosks,
        Passwords passwords,
        Pairing pairing,
        InstantSource clock) {
    public Books books() {
        return office.ledger().books();
    }
}
