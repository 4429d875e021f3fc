package linli.web.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import linli.entry.EntryId;
import linli.entry.VolunteerNo;
import org.junit.jupiter.api.Test;

class TypedTest {
    @Test
    void aNumberMayBeTypedWithWhateverTheKeypadHasForADash() {
        VolunteerNo zhang = new VolunteerNo(new EntryId(12, 4812));
        String number = zhang.toString();
        for (String dash : new String[] {"-", ".", "*", "#", " ", "－"}) {
            assertEquals(zhang, Typed.number(number.replace("-", dash)), dash);
        }
        assertThrows(ProblemException.class, () -> Typed.number("张桂兰"));
    }

    @Test
    void aClientIsItsAddressOrItsNetwork() {
        assertEquals("192.168.1.20", Client.of("192.168.1.20"));
        assertEquals(Client.of("[2001:db8:1:2::1]"), Client.of("2001:db8:1:2:ffff::9"));
        assertNotEquals(Client.of("2001:db8:1:2::1"), Client.of("2001:db8:1:3::1"));
        assertEquals("fe80000000000000", Client.of("fe80::1%eth0"));
    }
}
