package linli.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.primitives.Bytes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import linli.entry.Actor;
import linli.entry.EntryId;
import linli.entry.RequestId;
import linli.entry.VolunteerNo;
import linli.entry.VolunteeringEvent.PinSet;
import linli.ledger.Draft;
import linli.ledger.Outcome;
import linli.ledger.Rejection;
import linli.profile.Profile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfficeTest {
    @TempDir
    private Path folder;

    private TrialNode node;

    @BeforeEach
    void open() {
        node = TrialNode.at(folder);
    }

    @AfterEach
    void close() {
        node.close();
    }

    private static Office.Application application(String name, RequestId request) {
        return new Office.Application(Profile.builder().name(name).build(), LocalDate.of(2026, 3, 1), request);
    }

    private VolunteerNo enrolled(String name) {
        return new VolunteerNo(node.office
                .enrol(application(name, RequestId.random()), TrialNode.CLERK)
                .idOrThrow());
    }

    @Test
    void theSameApplicationTwiceIsOneVolunteer() {
        RequestId request = RequestId.random();
        Outcome first = node.office.enrol(application("王芳", request), TrialNode.CLERK);
        Outcome second = node.office.enrol(application("王芳", request), TrialNode.CLERK);
        assertEquals(first.idOrThrow(), second.idOrThrow());
        assertEquals(1, node.profiles.held().size());
    }

    @Test
    void aRefusedPersonIsNotKept() {
        Outcome outcome = node.office.enrol(application("王芳", RequestId.random()), new Actor.Staff("stranger"));
        assertEquals(
                Rejection.UNKNOWN_STAFF,
                assertInstanceOf(Outcome.Refused.class, outcome).code());
        assertEquals(List.of(), node.office.find("王芳"));
    }

    @Test
    void whoIsRefusedCanBeEnrolledByTheSameForm() {
        RequestId request = RequestId.random();
        node.office.enrol(application("王芳", request), new Actor.Staff("stranger"));
        VolunteerNo no = new VolunteerNo(
                node.office.enrol(application("王芳", request), TrialNode.CLERK).idOrThrow());
        assertEquals("王芳", node.office.profile(no).map(Profile::name).orElse(""));
    }

    @Test
    void aSecondClerkWithTheSameFormDoesNotLoseThePerson() {
        RequestId request = RequestId.random();
        VolunteerNo no = new VolunteerNo(
                node.office.enrol(application("王芳", request), TrialNode.CLERK).idOrThrow());
        Outcome again = node.office.enrol(application("王芳", request), TrialNode.APPROVER);
        assertEquals(
                Rejection.REQUEST_REUSED,
                assertInstanceOf(Outcome.Refused.class, again).code());
        assertEquals("王芳", node.office.profile(no).map(Profile::name).orElse(""));
    }

    @Test
    void theNameIsBesideTheLogAndNeverInIt() {
        VolunteerNo no = enrolled("欧阳志远");
        assertEquals("欧阳志远", node.office.profile(no).map(Profile::name).orElse(""));
        byte[] name = "欧阳志远".getBytes(StandardCharsets.UTF_8);
        for (long index = 0; index < node.ledger.log().size(); index++) {
            assertFalse(Bytes.indexOf(node.ledger.log().entry(index), name) >= 0);
        }
    }

    @Test
    void aForgottenPersonLeavesTheNumber() {
        VolunteerNo no = enrolled("王芳");
        assertTrue(node.office.forget(no));
        assertTrue(node.office.profile(no).isEmpty());
        assertTrue(node.ledger.books().volunteer(no).isPresent());
        assertEquals(List.of(), node.office.find("王芳"));
        assertTrue(setPin(no, Actor.NODE).isEmpty());
        assertTrue(node.ledger.books().pin(no).isEmpty());
    }

    private Optional<Outcome> setPin(VolunteerNo no, Actor by) {
        return node.office.setPin(no, "4711".toCharArray(), by, RequestId.random());
    }

    @Test
    void theLogSaysWhoSetAPinAndNoPinIsSetWithoutIt() {
        VolunteerNo no = enrolled("王芳");
        VolunteerNo other = enrolled("李强");
        assertTrue(node.ledger.books().pin(no).isEmpty());
        setPin(no, Actor.NODE).orElseThrow().idOrThrow();
        assertTrue(node.ledger.books().pin(no).orElseThrow().byStaff());
        setPin(no, new Actor.Volunteer(no)).orElseThrow().idOrThrow();
        assertFalse(node.ledger.books().pin(no).orElseThrow().byStaff());
        Outcome refused = setPin(other, new Actor.Volunteer(no)).orElseThrow();
        assertEquals(Rejection.ROLE_MISSING, ((Outcome.Refused) refused).code());
        assertNull(node.office.profile(other).orElseThrow().pinHash());
        VolunteerNo nobody = new VolunteerNo(new EntryId(no.entry().branch(), 99_999));
        Outcome unknown = node.ledger.post(Draft.once(Actor.NODE, new PinSet(nobody)));
        assertEquals(Rejection.UNKNOWN_VOLUNTEER, ((Outcome.Refused) unknown).code());
    }

    @Test
    void aPersonIsFoundByName() {
        VolunteerNo no = enrolled("王芳");
        enrolled("李强");
        assertEquals(
                List.of(no),
                node.office.find("王芳").stream().map(Office.Person::no).toList());
    }

    @Test
    void whoWasEnrolledBeforeIsFoundAlsoBesideSomebodyEnrolledNow() {
        VolunteerNo wang = enrolled("王芳");
        Office reopened = new Office(node.ledger, node.profiles);
        reopened.enrol(application("李强", RequestId.random()), TrialNode.CLERK).idOrThrow();
        assertEquals(
                List.of(wang),
                reopened.find("王芳").stream().map(Office.Person::no).toList());
    }

    @Test
    void aRequestUsedAgainForAnotherConsentDayForgetsNobody() {
        RequestId request = RequestId.random();
        VolunteerNo wang = new VolunteerNo(
                node.office.enrol(application("王芳", request), TrialNode.CLERK).idOrThrow());
        Office.Application later =
                new Office.Application(Profile.builder().name("王芳").build(), LocalDate.of(2026, 3, 2), request);
        Outcome outcome = node.office.enrol(later, TrialNode.CLERK);
        assertEquals(
                Rejection.REQUEST_REUSED,
                assertInstanceOf(Outcome.Refused.class, outcome).code());
        assertEquals("王芳", node.office.profile(wang).map(Profile::name).orElse(""));
    }

    @Test
    void aCorrectedProfileIsToldAsItIsAndNotAsEnrolled() {
        VolunteerNo no = enrolled("王芳");
        assertTrue(node.office.disclose(no).orElseThrow().asEnrolled());
        node.office.correct(
                no, profile -> profile.toBuilder().phone("13900001111").build());
        Office.OwnCopy copy = node.office.disclose(no).orElseThrow();
        assertTrue(copy.disclosure().json().contains("13900001111"));
        assertFalse(copy.asEnrolled());
    }
}
