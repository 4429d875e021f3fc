package linli.national;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import linli.entry.Actor;
import linli.entry.EntryId;
import linli.entry.Event;
import linli.entry.HoursEvent.HoursApproved;
import linli.entry.HoursEvent.HoursRecorded;
import linli.entry.HoursEvent.HoursReversed;
import linli.entry.RequestId;
import linli.entry.VolunteerNo;
import linli.entry.VolunteeringEvent.ActivityClosed;
import linli.entry.VolunteeringEvent.ActivityOpened;
import linli.intake.IntakeException;
import linli.ledger.Draft;
import linli.ledger.LedgerException;
import linli.national.NationalExport.Choice;
import linli.office.Office;
import linli.office.TrialNode;
import linli.profile.Profile;
import linli.profile.Sex;
import linli.report.NationalReport;
import linli.report.Reports;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NationalTest {
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
    private static final Choice ALL = new Choice(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31), false);
    private static final Choice NEW = new Choice(ALL.firstDay(), ALL.lastDay(), true);

    @TempDir
    private Path folder;

    private TrialNode node;
    private VolunteerNo chen;
    private EntryId visits;

    @BeforeEach
    void open() {
        node = TrialNode.at(folder.resolve("node"));
        chen = enrol(Profile.builder()
                .name("陈桂英")
                .sex(Sex.FEMALE)
                .birthDate(LocalDate.of(1949, 12, 31))
                .idNumber("11010519491231002X")
                .area("和平里三号楼")
                .phone("13800001234")
                .skills(List.of("理发", "二胡"))
                .categories(List.of("助老"))
                .build());
        visits = ok(TrialNode.CLERK, new ActivityOpened("独居老人探访", "和平社区", "elder-care", null, null, "王芳", null));
    }

    @AfterEach
    void close() {
        node.close();
    }

    private EntryId ok(Actor by, Event event) {
        return node.ledger.post(Draft.once(by, event)).idOrThrow();
    }

    private VolunteerNo enrol(Profile profile) {
        return new VolunteerNo(node.office
                .enrol(new Office.Application(profile, MARCH, RequestId.random()), TrialNode.CLERK)
                .idOrThrow());
    }

    private EntryId served(VolunteerNo who, int minutes) {
        EntryId record = ok(TrialNode.CLERK, new HoursRecorded(who, visits, MARCH, null, null, minutes, null, null));
        ok(TrialNode.APPROVER, new HoursApproved(List.of(record), 1));
        return record;
    }

    private List<String> csv(Choice choice) throws IOException {
        Path file = folder.resolve("out.csv");
        new NationalExport(node.office).write(choice, file);
        return Files.readString(file).lines().toList();
    }

    @Test
    void aRowHasEveryFieldOfTheLaw() throws IOException {
        EntryId record = served(chen, 100);
        ok(TrialNode.CLERK, new ActivityClosed(visits, 5, "老人都说好"));
        List<String> lines = csv(ALL);
        assertEquals(
                "\uFEFF记录编号,志愿者编号,姓名,性别,出生日期,证件号码,居住区域,联系方式,服务技能,志愿服务类别,活动名称,服务日期,服务地点,服务内容,"
                        + "服务时长（小时）,时长依据,组织单位,活动负责人,服务评价",
                lines.get(0));
        assertEquals(
                record + "," + chen + ",陈桂英,女,1949-12-31,11010519491231002X,和平里三号楼,13800001234,理发、二胡,助老,"
                        + "独居老人探访,2026-03-01,和平社区,助老关爱,1.67,补录,试用社区,王芳,5 星，老人都说好",
                lines.get(1));
    }

    @Test
    void aWorkbookSaysTheSameAndIsNobodyElsesToRead() throws IOException {
        served(chen, 90);
        served(enrol(Profile.builder().name("=1+1 <&>\" \ud842\udfb7").build()), 30);
        Path file = folder.resolve("out.xlsx");
        new NationalExport(node.office).write(ALL, file);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile());
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            List<Row> read = rows.toList();
            assertEquals(3, read.size());
            assertEquals("'=1+1 <&>\" \ud842\udfb7", read.get(2).getCellText(2));
            assertEquals("姓名", read.get(0).getCellText(2));
            assertEquals("陈桂英", read.get(1).getCellText(2));
            assertEquals("11010519491231002X", read.get(1).getCellText(5));
            assertEquals(0, read.get(1).getCellAsNumber(14).orElseThrow().compareTo(new BigDecimal("1.5")));
        }
    }

    @Test
    void nothingThatSomebodyChoseIsAFormula() throws IOException {
        VolunteerNo sly = enrol(Profile.builder()
                .name("=HYPERLINK(\"http://x\",\"y\")")
                .phone("+8613800001234")
                .build());
        served(sly, 60);
        String line = csv(ALL).get(1);
        assertTrue(line.contains(",\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\","), line);
        assertTrue(line.contains(",'+8613800001234,"), line);
    }

    @Test
    void whoeverWasForgottenIsLeftOutAndCounted() throws IOException {
        VolunteerNo gone = enrol(Profile.builder().name("李强").build());
        served(chen, 60);
        served(gone, 60);
        served(gone, 30);
        node.office.forget(gone);
        NationalExport.Summary summary = new NationalExport(node.office).write(ALL, folder.resolve("out.csv"));
        assertEquals(new NationalExport.Summary(1, 0, 2, 1, 0, 0), summary);
        assertFalse(Files.readString(folder.resolve("out.csv")).contains(gone.toString()));
    }

    @Test
    void anAnswerIsRecordedOnceAndWhatWasTakenInIsNotSentAgain() throws IOException {
        EntryId one = served(chen, 60);
        EntryId two = served(chen, 30);
        Path answer = Files.writeString(
                folder.resolve("answer.csv"), "记录编号,结果,编号或原因\n" + one + ",成功,3302-1\n" + two + ",失败,证件号码与姓名不符\n");
        NationalImport desk = new NationalImport(node.ledger);
        assertEquals(new NationalImport.Summary(1, 1, 0, List.of()), desk.run(answer, TrialNode.CLERK));
        long size = node.ledger.log().size();
        assertEquals(new NationalImport.Summary(0, 0, 2, List.of()), desk.run(answer, TrialNode.CLERK));
        assertEquals(size, node.ledger.log().size());
        List<String> news = csv(NEW);
        assertEquals(2, news.size());
        assertTrue(news.get(1).startsWith(two + ","), news.get(1));
        NationalReport report = Reports.national(node.ledger.books());
        assertEquals(new NationalReport.Count(2, 90, 1, 1, 0), report.all());
        assertEquals("证件号码与姓名不符", report.refused().get(0).reason());
    }

    @Test
    void anAnswerThatComesBackIsANewOne() throws IOException {
        EntryId one = served(chen, 60);
        Path yes = Files.writeString(folder.resolve("yes.csv"), "record,accepted,word\n" + one + ",yes,7\n");
        Path no = Files.writeString(folder.resolve("no.csv"), "record,accepted,word\n" + one + ",no,duplicate\n");
        NationalImport desk = new NationalImport(node.ledger);
        for (Path answer : List.of(yes, no, yes)) {
            assertEquals(0, desk.run(answer, TrialNode.CLERK).known());
        }
        assertTrue(node.ledger.books().papers().national(one).orElseThrow().accepted());
    }

    @Test
    void manyAnswersAreSplitAsEntriesAllow() throws IOException {
        StringBuilder answer = new StringBuilder("记录编号\t结果\t编号或原因\r\n");
        IntStream.range(0, 95)
                .mapToObj(i -> served(chen, 1 + i))
                .forEach(id -> answer.append(id)
                        .append("\t是\t")
                        .append("很长的原因".repeat(60))
                        .append("\r\n"));
        Path file = folder.resolve("answer.txt");
        Files.write(file, answer.toString().getBytes(Charset.forName("GB18030")));
        long before = node.ledger.log().size();
        assertEquals(
                95, new NationalImport(node.ledger).run(file, TrialNode.CLERK).accepted());
        assertEquals(before + 3, node.ledger.log().size());
    }

    @Test
    void oneWrongRowKeepsTheWholeAnswerOut() throws IOException {
        EntryId one = served(chen, 60);
        Path answer = Files.writeString(
                folder.resolve("answer.csv"),
                "记录编号,结果,编号或原因\n" + one + ",成功,1\n0-99999,成功,2\n" + one + ",也许,3\n,成功,4\n" + one + ",成功,\n");
        NationalException refused = assertThrows(
                NationalException.class, () -> new NationalImport(node.ledger).run(answer, TrialNode.CLERK));
        assertEquals(NationalException.Code.WRONG_ROWS, refused.code());
        assertTrue(refused.getMessage().contains("errors in the answer: 4;"), refused.getMessage());
        assertTrue(refused.getMessage().contains("line 4: the result is 成功 or 失败"), refused.getMessage());
        assertTrue(node.ledger.books().papers().national(one).isEmpty());
        Path other = Files.writeString(folder.resolve("other.csv"), "a,b\n1,2\n");
        assertEquals(
                IntakeException.Code.COLUMNS,
                assertThrows(IntakeException.class, () -> new NationalImport(node.ledger).run(other, TrialNode.CLERK))
                        .code());
    }

    @Test
    void whatWasTakenBackMeanwhileIsTold() throws IOException {
        EntryId one = served(chen, 60);
        EntryId two = served(chen, 30);
        ok(TrialNode.APPROVER, new HoursReversed(two, "登记有误"));
        Path answer =
                Files.writeString(folder.resolve("answer.csv"), "记录编号,结果,编号或原因\n" + one + ",成功,1\n" + two + ",成功,2\n");
        assertEquals(
                new NationalImport.Summary(1, 0, 0, List.of(two)),
                new NationalImport(node.ledger).run(answer, TrialNode.CLERK));
        assertThrows(
                LedgerException.class,
                () -> new NationalImport(node.ledger)
                        .run(
                                Files.writeString(folder.resolve("more.csv"), "记录编号,结果,编号或原因\n" + one + ",成功,8\n"),
                                TrialNode.APPROVER));
    }

    @Test
    void whereNothingCanBeWrittenNothingIsLeft() {
        Path nowhere = folder.resolve("nowhere").resolve("out.csv");
        assertEquals(
                NationalException.Code.UNWRITABLE,
                assertThrows(NationalException.class, () -> new NationalExport(node.office).write(ALL, nowhere))
                        .code());
    }
}
