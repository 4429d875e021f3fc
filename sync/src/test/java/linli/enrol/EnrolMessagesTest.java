package linli.enrol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import linli.enrol.EnrolException.Code;
import linli.log.SigningKey;
import linli.log.VerifyKey;
import linli.log.Vkey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class EnrolMessagesTest {
    @TempDir
    Path dir;

    static Vkey countyVkey() {
        return new Vkey("xx.linli", Vkey.Role.NOTE, logKey(1));
    }

    static VerifyKey logKey(int seed) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) seed;
        return SigningKey.ofSeed(bytes).verifyKey();
    }

    @Test
    void aRequestArrivesAsItWasSent() {
        EnrolRequest sent = request();
        EnrolRequest received = EnrolRequest.ofJson(sent.toJson());
        assertEquals(sent.code(), received.code());
        assertEquals(sent.logKey(), received.logKey());
        assertEquals(sent.request().key(), received.request().key());
        assertEquals(sent.applicant(), received.applicant());
    }

    @Test
    void anAnswerArrivesAsItWasSent() {
        EnrolAnswer sent = answer("xx.linli/heping/2", 812);
        assertEquals(sent, EnrolAnswer.ofJson(sent.toJson()));
    }

    @Test
    void anotherOfTheTwoKeysIsAnotherApplicant() {
        EnrolRequest one = request();
        assertNotEquals(one.applicant(), new EnrolRequest(one.code(), logKey(2), one.request()).applicant());
        assertNotEquals(
                one.applicant(),
                new EnrolRequest(one.code(), one.logKey(), request().request()).applicant());
    }

    @Test
    void aRequestThatIsNotToTheLetterIsRefused() {
        String good = text(request().toJson());
        for (String bad : List.of(
                "",
                "null",
                "[]",
                "{}",
                good + " x",
                good + good,
                good.substring(0, good.length() - 2),
                good.replaceFirst("\\{", "{\"more\":1,"),
                good.replaceFirst("\\{", "{\"code\":\"000000000\","),
                good.replaceFirst("\\{", "{\"more\":[[[[1]]]],"),
                good.replaceFirst("\"logKey\":\"[^\"]*\"", "\"logKey\":null"),
                good.replaceFirst("\"logKey\":\"[^\"]*\"", "\"logKey\":12"),
                good.replaceFirst("\"logKey\":\"[^\"]*\"", "\"logKey\":\"AAAA\""),
                good.replaceFirst("\"logKey\":\"[^\"]*\"", "\"logKey\":\"***\""),
                good.replaceFirst("\"request\":\"[^\"]*\"", "\"request\":\"hello\""),
                good + " ".repeat(EnrolJson.MOST_BYTES))) {
            assertCode(Code.MALFORMED, () -> EnrolRequest.ofJson(bytes(bad)));
        }
    }

    @Test
    void aMistypedCodeIsToldApartFromABrokenMessage() {
        String bad = text(request().toJson()).replaceFirst("\"code\":\"[^\"]*\"", "\"code\":\"000000001\"");
        assertCode(Code.MISTYPED, () -> EnrolRequest.ofJson(bytes(bad)));
    }

    @Test
    void anAnswerThatIsNotToTheLetterIsRefused() {
        String good = text(answer("xx.linli/heping", 0).toJson());
        for (String bad : List.of(
                "{}",
                good.replace("\"number\":12", "\"number\":0"),
                good.replace("\"number\":12", "\"number\":100000"),
                good.replace("\"number\":12", "\"number\":1.5"),
                good.replace("\"number\":12", "\"number\":\"12\""),
                good.replace("\"firstIndex\":0", "\"firstIndex\":-1"),
                good.replace("xx.linli/heping", "yy.linli/heping"),
                good.replaceFirst("\"county\":\"[^\"]*\"", "\"county\":\"xx.linli\""),
                good.replaceFirst("\"certificate\":\"[^\"]*\"", "\"certificate\":\"x\""))) {
            assertCode(Code.MALFORMED, () -> EnrolAnswer.ofJson(bytes(bad)));
        }
    }

    @Test
    void noTextForLogsHasTheCode() {
        EnrolRequest request = request();
        String symbols = request.code().symbols();
        assertFalse(request.toString().contains(symbols));
        assertFalse(request.toString().contains(request.code().shown()));
        EnrolException refusal =
                assertThrows(EnrolException.class, () -> EnrolRequest.ofJson(bytes(text(request.toJson()) + "x")));
        assertFalse(refusal.toString().contains(symbols));
    }

    private static EnrolRequest request() {
        return new EnrolRequest(InviteCode.random(), logKey(1), SigningRequest.of(TlsKeys.fresh()));
    }

    private EnrolAnswer answer(String origin, long firstIndex) {
        County county = new County(dir);
        SigningRequest signing = SigningRequest.of(TlsKeys.fresh());
        return new EnrolAnswer(
                12,
                origin,
                countyVkey(),
                county.authority.certificate(),
                county.authority.issue(12, origin, signing, County.CLOCK),
                firstIndex);
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private static void assertCode(Code code, Executable act) {
        assertEquals(code, assertThrows(EnrolException.class, act).code());
    }
}
