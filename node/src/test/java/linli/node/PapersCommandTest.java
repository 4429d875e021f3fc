package linli.node;

import static linli.node.Shell.linli;
import static linli.node.Shell.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import linli.ledger.NodeFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Certificates and receipts from the command line. */
class PapersCommandTest {
    private static final String TABLE = """
            志愿者编号,姓名,活动名称,服务地点,服务日期,服务时长
            1001,王芳,独居老人探访,和平社区,2025-03-01,2
            1002,李强,独居老人探访,和平社区,2025-03-01,1.5
            1001,王芳,小区巡逻,西街社区,2025-03-02,3
            """;

    @TempDir
    private Path folder;

    private Path dir;

    @BeforeEach
    void importTable() throws IOException {
        dir = folder.resolve("node");
        Shell.trialNode(dir, Files.writeString(folder.resolve("hours.csv"), TABLE));
    }

    private String number(String former) {
        String line = ok("volunteer", "find", former, "--dir", dir).lines().reduce("", (first, last) -> last);
        return line.split(" ", 2)[0];
    }

    /** Hands out a certificate and returns the sheet. */
    private String issued(Object... more) throws IOException {
        Path out = folder.resolve("sheet.html");
        Object[] words = {"certificate", "issue", number("1001"), "--by", "clerk", "--dir", dir, "--out", out};
        Object[] all = Arrays.copyOf(words, words.length + more.length);
        System.arraycopy(more, 0, all, words.length, more.length);
        ok(all);
        return Files.readString(out);
    }

    private String certificateId() {
        return ok("log", "ls", "--type", "CertificateIssued", "--dir", dir).split(" ", 2)[0];
    }

    @Test
    void aCertificateIsOneSheetThatNeedsNothingElse() throws IOException {
        String sheet = issued("--from", "2025-01-01", "--to", "2025-12-31");
        for (String said : List.of(
                "志愿服务记录证明",
                "Certificate of Volunteer Service",
                "<strong>王芳</strong>",
                "2025年1月1日 至 2025年12月31日",
                "1 January 2025 to 31 December 2025",
                "5 小时",
                "独居老人探访",
                "试用社区",
                "免费出具",
                "free of charge",
                "linli verify",
                certificateId())) {
            assertTrue(sheet.contains(said), () -> said + " is not on\n" + sheet);
        }
        assertFalse(sheet.contains("<script") || sheet.contains("url(") || sheet.contains("src="), sheet);
        String outside = sheet.replace("xmlns=\"http://www.w3.org/2000/svg\"", "");
        assertFalse(outside.contains("http://") || outside.contains("https://"), outside);
        assertTrue(sheet.contains("@page { size: A4"), sheet);
    }

    @Test
    void theCodeOnTheSheetProvesTheCertificateAndItsName() throws Exception {
        Path scanned = Files.writeString(folder.resolve("scanned"), QrReader.read(issued()));
        String told = ok("verify", scanned, "--dir", dir);
        assertTrue(told.startsWith("凭证有效"), told);
        assertTrue(told.contains("为志愿者 " + number("1001") + " 出具志愿服务记录证明"), told);
        assertTrue(told.contains("这份证明是开给“王芳”的"), told);
        Files.writeString(scanned, Files.readString(scanned).replace("王芳", "王方"));
        Shell.Result other = linli("verify", scanned, "--dir", dir, "--language", "en");
        assertEquals(1, other.exit());
        assertTrue(other.out().contains("The name is wrong: the certificate is not about 王方"), other.out());
    }

    @Test
    void aCertificateIsShownAndPrintedAgainAsItWas() throws IOException {
        String sheet = issued();
        String shown = ok("certificate", "show", certificateId(), "--dir", dir);
        assertTrue(shown.contains("5 h") && shown.contains("say the same"), shown);
        Path again = folder.resolve("again.html");
        ok("certificate", "show", certificateId(), "--dir", dir, "--out", again);
        assertEquals(sheet, Files.readString(again));
        assertEquals(2, linli("certificate", "show", "0-2", "--dir", dir).exit());
    }

    @Test
    void anyEntryHasAReceiptAndWhoeverHasTheKeyCanCheckIt() throws Exception {
        Path slip = folder.resolve("slip");
        Path svg = folder.resolve("code.svg");
        String printed =
                ok("receipt", "0-8", "--dir", dir, "--no-qr", "--slip", slip, "--svg", svg, "--language", "en");
        assertTrue(printed.contains("The receipt is valid") && printed.contains("The county has it."), printed);
        assertEquals(Files.readString(slip), QrReader.read(Files.readString(svg)));
        String key = NodeFolder.open(dir).log().toString();
        String told = ok("verify", slip, "--key", key, "--language", "en");
        assertTrue(told.contains("try.linli · clerk") && told.contains("Verified with the key that you gave"), told);
        assertTrue(ok("receipt", "0-8", "--dir", dir).contains("█"));
        assertTrue(ok("receipt", "0-8", "--dir", dir, "--no-qr").contains("c2sp.org/tlog-proof@v1\n"));
        assertEquals(2, linli("receipt", "0-9999", "--dir", dir).exit());
    }

    @Test
    void aProofAndItsEntryFromShowAreVerifiedTogether() {
        Path raw = folder.resolve("entry");
        Path proof = folder.resolve("entry.tlog-proof");
        ok("show", "0-8", "--dir", dir, "--raw", raw, "--proof", proof);
        ok("verify", proof, "--entry", raw, "--dir", dir);
        assertEquals(1, linli("verify", proof, "--dir", dir).exit());
        assertEquals(1, linli("verify", raw, "--dir", dir).exit());
        assertEquals(2, linli("verify", folder.resolve("nothing"), "--dir", dir).exit());
        assertEquals(2, linli("verify", raw, "--dir", folder).exit(), "no node, no key");
    }

    @Test
    void whatIsTypedIsVerifiedToo() {
        String slip = ok("receipt", "0-8", "--dir", dir, "--no-qr").replaceFirst("(?s)^.*?(?=c2sp)", "");
        assertEquals(0, typed(slip, "verify", "--dir", dir).exit());
        Shell.Result cut = typed(slip.substring(0, 200), "verify", "-", "--dir", dir);
        assertEquals(1, cut.exit());
        assertTrue(cut.out().contains("凭证不完整"), cut.out());
    }

    @Test
    void aScannedCertificateIsProvenAndAnAlteredOneRefused() throws Exception {
        String code = QrReader.read(issued());
        Shell.Result scanned = typed(code.replace("\n", "\r\n"), "verify", "--dir", dir);
        assertEquals(0, scanned.exit(), scanned.out());
        assertTrue(scanned.out().contains("这份证明是开给“王芳”的"), scanned.out());
        int inTheEntry = code.indexOf("extra ") + 200;
        char other = code.charAt(inTheEntry) == 'A' ? 'B' : 'A';
        String altered = code.substring(0, inTheEntry) + other + code.substring(inTheEntry + 1);
        Shell.Result refused = typed(altered, "verify", "--dir", dir, "--language", "en");
        assertEquals(1, refused.exit());
        assertTrue(refused.out().startsWith("The receipt is not valid"), refused.out());
        assertFalse(refused.out().contains("The name is right"), refused.out());
    }

    /** A command that a scanner types into. */
    private static Shell.Result typed(String text, Object... words) {
        InputStream before = System.in;
        try {
            System.setIn(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
            return linli(words);
        } finally {
            System.setIn(before);
        }
    }
}
