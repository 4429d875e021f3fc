package linli.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import linli.entry.EntryId;
import linli.entry.VolunteerNo;
import org.junit.jupiter.api.Test;

class DoorTest {
    @Test
    void aNumberMayBeTypedWithWhateverTheKeypadHasForADash() {
        VolunteerNo zhang = new VolunteerNo(new EntryId(12, 4812));
        String number = zhang.toString();
        for (String dash : new String[] {"-", ".", "*", "#", " ", "－"}) {
            assertEquals(zhang, Door.number(number.replace("-", dash)), dash);
        }
        assertThrows(ProblemException.class, () -> Door.number("张桂兰"));
    }

    @Test
    void aClientIsItsAddressOrItsNetwork() {
        assertEquals("192.168.1.20", Door.client("192.168.1.20"));
        assertEquals(Door.client("[2001:db8:1:2::1]"), Door.client("2001:db8:1:2:ffff::9"));
        assertNotEquals(Door.client("2001:db8:1:2::1"), Door.client("2001:db8:1:3::1"));
        assertEquals("fe80000000000000", Door.client("fe80::1%eth0"));
    }

    @Test
    void nobodyIsSentElsewhereAfterSwitchingTheLanguage() {
        assertEquals("/me/records/12-4812", Visitors.pageOrHome("/me/records/12-4812"));
        for (String bad :
                new String[] {"//evil.example", "https://evil.example/", "/me?from=1-2&x=1", "/me\r\nX: y", ""}) {
            assertEquals("/", Visitors.pageOrHome(bad), bad);
        }
    }
}
