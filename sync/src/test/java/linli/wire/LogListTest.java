package linli.wire;

import static linli.wire.Sample.bytes;
import static linli.wire.Sample.refused;
import static linli.wire.Sample.text;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import linli.log.Hash;
import linli.log.Limits;
import linli.log.SignedCheckpoint;
import org.junit.jupiter.api.Test;

/** The answer of GET /logs. */
class LogListTest {
    private static final HeldLog NODE_1 = new HeldLog(Sample.ORIGIN, Sample.checkpoint(), false);
    private static final String NOTE_JSON = text(Sample.checkpoint().toBytes()).replace("\n", "\\n");
    private static final String LOG_JSON =
            "{\"origin\":\"" + Sample.ORIGIN + "\",\"checkpoint\":\"" + NOTE_JSON + "\"}";

    @Test
    void listSaysOfEachLogItsOriginItsCheckpointAndWhetherItIsFrozen() {
        LogList list = new LogList(List.of(log("b.linli", 2, true), NODE_1, log("a.linli", 1, false)));
        LogList read = LogList.ofBytes(list.toBytes());
        assertEquals(list, read);
        assertEquals(
                List.of("a.linli", "b.linli", Sample.ORIGIN),
                read.logs().stream().map(HeldLog::origin).toList());
        assertEquals(
                List.of(1L, 2L, 8L),
                read.logs().stream().map(HeldLog::claimedSize).toList());
        assertEquals(
                List.of(false, true, false),
                read.logs().stream().map(HeldLog::frozen).toList());
        assertEquals(2, read.logs().get(2).checkpoint().signatures().size());
    }

    @Test
    void listIsWrittenAsShown() {
        assertEquals("{\"logs\":[]}", text(new LogList(List.of()).toBytes()));
        assertEquals("{\"logs\":[" + LOG_JSON + "]}", text(new LogList(List.of(NODE_1)).toBytes()));
    }

    @Test
    void verifiedCheckpointIsListedWithItsCosignatures() {
        SignedCheckpoint newest = SignedCheckpoint.of(Sample.checkpoint(), Sample.LOG);
        assertEquals(NODE_1, HeldLog.of(newest, false));
    }

    @Test
    void fieldsOfLaterVersionsArePassedOver() {
        String later = "{\"more\":[{\"a\":[1,null]}],\"logs\":[{\"x\":{\"y\":[true]}," + LOG_JSON.substring(1)
                + "],\"z\":1e9}\n";
        assertEquals(new LogList(List.of(NODE_1)), LogList.ofBytes(bytes(later)));
    }

    @Test
    void digestChangesWithWhatIsHeldAndNotWithTheOrder() {
        HeldLog other = log("a.linli", 1, false);
        String digest = new LogList(List.of(NODE_1, other)).digest();
        assertEquals(digest, new LogList(List.of(other, NODE_1)).digest());
        assertNotEquals(digest, new LogList(List.of(NODE_1)).digest());
        assertNotEquals(digest, new LogList(List.of(NODE_1, log("a.linli", 2, false))).digest());
        assertNotEquals(digest, new LogList(List.of(NODE_1, log("a.linli", 1, true))).digest());
        assertEquals(32, digest.length());
    }

    @Test
    void otherJsonIsRefused() {
        String list = "{\"logs\":[" + LOG_JSON + "]}";
        for (String bad : List.of(
                "",
                "null",
                "[]",
                "{}",
                "{\"logs\":{}}",
                "{\"logs\":null}",
                "{\"logs\":[null]}",
                "{\"logs\":[[]]}",
                "{\"logs\":[{}]}",
                "{\"logs\":[],\"logs\":[]}",
                "{\"logs\":[" + LOG_JSON + "," + LOG_JSON + "]}",
                list + "{}",
                list + "x",
                list.substring(0, list.length() - 1),
                "\ufeff" + list,
                list.replace("}]", ",\"frozen\":\"true\"}]"),
                list.replace("}]", ",\"frozen\":1}]"),
                list.replace("}]", ",\"frozen\":null}]"),
                list.replace("}]", ",\"origin\":\"a\"}]"),
                list.replace("\"origin\":\"ledger", "\"origin\":\"other"),
                list.replace("\"origin\":\"ledger.example/node-1\",", ""),
                list.replace("\"origin\":\"ledger.example/node-1\"", "\"origin\":1"),
                list.replace("\\n8\\n", "\\n08\\n"),
                list.replace("\\n8\\n", "\\n8\\r\\n"),
                list.replace("=\\n\"", "=\""),
                "{\"x\":" + "[".repeat(17) + "]".repeat(17) + ",\"logs\":[]}",
                "[".repeat(1_000_000))) {
            refused(WireException.Code.MALFORMED, () -> LogList.ofBytes(bytes(bad)));
        }
        refused(WireException.Code.MALFORMED, () -> LogList.ofBytes(list.getBytes(StandardCharsets.UTF_16BE)));
    }

    @Test
    void longStringsAreGivenUp() {
        String json = "{\"logs\":[{\"origin\":\"" + "x".repeat(Limits.NOTE_BYTES + 1) + "\"}]}";
        refused(WireException.Code.MALFORMED, () -> LogList.ofBytes(bytes(json)));
    }

    @Test
    void logsAreCounted() {
        List<HeldLog> most = IntStream.rangeClosed(0, WireLimits.LOGS)
                .mapToObj(number -> log("n" + number + ".linli", number, false))
                .toList();
        refused(WireException.Code.TOO_LARGE, () -> new LogList(most));
        LogList full = new LogList(most.subList(0, WireLimits.LOGS));
        byte[] body = full.toBytes();
        assertEquals(full, LogList.ofBytes(body));
        assertArrayEquals(body, LogList.ofBytes(body).toBytes());
        String one = text(body).replace("]}", ",{\"origin\":\"x\"}]}");
        refused(WireException.Code.TOO_LARGE, () -> LogList.ofBytes(bytes(one)));
    }

    private static HeldLog log(String origin, long size, boolean frozen) {
        return new HeldLog(origin, Sample.checkpoint(origin, size, Hash.EMPTY_TREE), frozen);
    }
}
