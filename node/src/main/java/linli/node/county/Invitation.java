package linli.node.county;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import linli.enrol.Fingerprint;
import linli.enrol.Invite;
import linli.enrol.Invites;
import linli.ledger.NodeFolder;
import linli.node.console.TimeText;
import linli.sync.CountyTls;
import linli.sync.PeerAddress;

/**
 * A code that was just made, with all that a person passes on: what to type, what to compare, until when.
 *
 * @param isAgain whether it is for a branch that is there already
 */
record Invitation(Invites.Issued issued, String name, Fingerprint county, PeerAddress address, boolean isAgain) {

    static Invitation issue(
            NodeFolder county, Invite.Purpose purpose, Duration life, String name, PeerAddress address) {
        Clock clock = Clock.systemUTC();
        Fingerprint fingerprint = CountyTls.prepare(county, clock).authority().fingerprint();
        Invites.Issued issued = Invites.open(county.folder(), clock).issue(purpose, life);
        return new Invitation(issued, name, fingerprint, address, false);
    }

    Invitation again() {
        return new Invitation(issued, name, county, address, true);
    }

    void print(PrintWriter out) {
        String until = TimeText.minute(issued.invite().expiresAt());
        String code = issued.code().shown();
        out.printf("""
                The code for %s. It works once, until %s, and cannot be shown again.
                %s 的加入码:只能用一次,有效期至 %s,之后无法再次显示。

                    %s

                Type at the community's machine, with the folder that its node shall have:
                在社区的电脑上输入(D 为节点目录):

                    linli join%s --dir D --county %s --code %s

                and compare there, best on the telephone, all eight groups of this county's fingerprint:
                并在电话里逐组核对本县指纹:

                    %s

                If the county is reached at another address than %s, give that one, or use --address.
                """, name, until, name, until, code, isAgain ? " --again" : "", address, code, county, address);
    }
}
