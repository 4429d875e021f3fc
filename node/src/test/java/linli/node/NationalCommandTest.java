package linli.node;

import static linli.node.Shell.linli;
import static linli.node.Shell.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hours on their way to the national system and its answers on their way back, as an office has them: files and commands. */
class NationalCommandTest {
    private static final List<String> ANSWER_HEADINGS = List.of("结果", "编号或原因");
    private static final List<List<String>> ANSWERS = List.of(List.of("成功", "3302-1"), List.of("失败", "证件号码有误"));

    @TempDir
    private Path folder;

    private Path dir;

    @BeforeEach
    void importTable() throws IOException {
        dir = folder.resolve("node");
        Shell.trialNode(dir, Files.writeString(folder.resolve("hours.csv"), """
                志愿者编号,姓名,活动名称,服务地点,服务日期,服务时长
                1001,王芳,独居老人探访,和平社区,2025-03-01,2
                1002,李强,独居老人探访,和平社区,2025-03-01,1.5
                1001,王芳,小区巡逻,西街社区,2025-03-02,3
                """));
    }

    private Path exported(String name, Object... more) {
        Path out = folder.resolve(name);
        List<Object> words = new ArrayList<>(List.of("export", "national", "--from", "2025-01-01"));
        words.addAll(List.of("--to", "2025-12-31", "--out", out, "--dir", dir));
        words.addAll(List.of(more));
        String told = ok(words.toArray());
        assertTrue(told.contains("Delete it once it was sent"), told);
        return out;
    }

    private Shell.Result imported(Path answer) {
        return linli("import", "national", answer, "--by", "clerk", "--dir", dir);
    }

    private JsonNode report() throws IOException {
        return new ObjectMapper().readTree(ok("report", "national", "--dir", dir, "--format", "json"));
    }

    private void assertAnswered(int accepted, int refused, int outstanding) throws IOException {
        JsonNode all = report().get("all");
        assertEquals(
                List.of(accepted, refused, outstanding),
                List.of(
                        all.get("accepted").asInt(),
                        all.get("refused").asInt(),
                        all.get("outstanding").asInt()));
    }

    /** The exported lines with two columns more for the first two records, as that system's office fills them in. */
    private Path answeredCsv(Path exported) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(exported).subList(0, 3));
        lines.set(0, lines.get(0) + "," + String.join(",", ANSWER_HEADINGS));
        for (int i = 0; i < ANSWERS.size(); i++) {
            lines.set(i + 1, lines.get(i + 1) + "," + String.join(",", ANSWERS.get(i)));
        }
        return Files.write(folder.resolve("answer.csv"), lines);
    }

    @Test
    void theExportedTableComesBackWithAnAnswerToEachRecord() throws IOException {
        assertAnswered(0, 0, 3);
        Path answer = answeredCsv(exported("national.csv"));
        Shell.Result said = imported(answer);
        assertEquals(0, said.exit());
        assertTrue(said.out().lines().anyMatch(line -> line.matches("taken in +1")), said.out());
        assertTrue(said.out().lines().anyMatch(line -> line.matches("refused +1")), said.out());
        assertAnswered(1, 1, 1);
        JsonNode refusal = report().get("refused").get(0);
        assertEquals("证件号码有误", refusal.get("reason").asText());
        String report = ok("report", "national", "--dir", dir);
        assertTrue(report.contains("1 of 3 approved records are taken in, 1 refused, 1 without an answer."), report);
        assertEquals(
                3, Files.readAllLines(exported("rest.csv", "--only-new")).size(), "heading, the refused, the rest");
    }

    @Test
    void aWorkbookGoesOutAndComesBackLikewise() throws IOException {
        Path out = exported("national.xlsx");
        Path answer = folder.resolve("answer.xlsx");
        try (ReadableWorkbook read = new ReadableWorkbook(out.toFile());
                Stream<Row> rows = read.getFirstSheet().openStream();
                OutputStream stream = Files.newOutputStream(answer);
                Workbook written = new Workbook(stream, "answer", "1.0")) {
            fillIn(rows.toList(), written.newWorksheet("1"));
        }
        assertEquals(0, imported(answer).exit());
        assertAnswered(1, 1, 1);
    }

    private static void fillIn(List<Row> exported, Worksheet sheet) {
        for (int i = 0; i <= ANSWERS.size(); i++) {
            List<String> answer = i == 0 ? ANSWER_HEADINGS : ANSWERS.get(i - 1);
            sheet.value(i, 0, exported.get(i).getCellText(0));
            sheet.value(i, 1, answer.get(0));
            sheet.value(i, 2, answer.get(1));
        }
    }

    @Test
    void theSameAnswerAgainWritesNothingAndALaterOneTakesItsPlace() throws IOException {
        Path answer = answeredCsv(exported("national.csv"));
        imported(answer);
        String before = ok("log", "ls", "--type", "NationalAnswered", "--dir", dir);
        Shell.Result again = imported(answer);
        assertTrue(again.out().lines().anyMatch(line -> line.matches("known already +2")), again.out());
        assertEquals(before, ok("log", "ls", "--type", "NationalAnswered", "--dir", dir));
        Files.writeString(answer, Files.readString(answer).replace("失败,证件号码有误", "成功,3302-2"));
        imported(answer);
        assertAnswered(2, 0, 1);
    }

    @Test
    void aTableWithAnErrorRecordsNothing() throws IOException {
        Path answer = answeredCsv(exported("national.csv"));
        String right = Files.readString(answer);
        for (String wrong : List.of(
                right.replace("失败", "也许"),
                right + "0-9999" + ",".repeat(19) + "成功,1\n",
                right.replace("编号或原因", "别的"))) {
            assertEquals(2, imported(Files.writeString(answer, wrong)).exit(), wrong);
        }
        assertAnswered(0, 0, 3);
    }

    @Test
    void onlyAClerkBringsAnswers() throws IOException {
        Path answer = answeredCsv(exported("national.csv"));
        assertEquals(
                1,
                linli("import", "national", answer, "--by", "approver", "--dir", dir)
                        .exit());
        assertAnswered(0, 0, 3);
    }
}
