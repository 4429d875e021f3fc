package linli.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DetailsTest {
    private static final Path LEDGER = Path.of("../ledger/src/main/java/linli");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|(?m)^\\s*//.*$");
    private static final Pattern SAYING =
            Pattern.compile("\\bRejection\\.[A-Z_]+\\s*\\.(unless|because)\\(|\\b(ownHandOr|needsWisherOrClerk)\\(");
    /** What only a programmer is told. */
    private static final Pattern FOR_PROGRAMMERS =
            Pattern.compile("(IllegalStateException|NoSuchElementException|LogException\\.disk)\\(\\s*$");

    private static final Words ZH = Words.of(Language.ZH);

    private static String said(String code, String detail) {
        Details.Said said = Details.in(ZH, code, detail);
        assertEquals(null, said.lang(), detail);
        return said.text();
    }

    @Test
    void valuesAreTakenOverAndWordsAmongThemTranslated() {
        assertEquals("wang 不担任经办人", said("ROLE_MISSING", "wang does not hold the office of CLERK"));
        assertEquals(
                "须由第二人办理，且担任负责人或审核人",
                said("SECOND_PERSON_NEEDED", "this takes a second person in the office of MANAGER or APPROVER"));
        assertEquals("wang 就是志愿者 1-4-2 本人", said("SECOND_PERSON_NEEDED", "wang is 1-4-2"));
        assertEquals("记录 1-8 已经认可", said("RECORD_NOT_PENDING", "record 1-8 is APPROVED"));
        assertEquals(
                "心愿 1-8 已经完成；对它不再办理任何事", said("WISH_STATE", "wish 1-8 is CONFIRMED; nothing is done with it any more"));
        assertEquals(
                "心愿 1-8 已经有人认领；还可以办理：放弃、报完成、关闭",
                said("WISH_STATE", "wish 1-8 is CLAIMED; what can be done with it: release, fulfil, close"));
    }

    @Test
    void aSentenceMayBePartOfAnother() {
        assertEquals(
                "按规则，这条记录无效：9-9 在这里可用的积分是 3 分",
                said("NOT_ENOUGH_POINTS", "the rules refuse this entry: 9-9 can spend 3 points here"));
        assertEquals(
                "按记录算出的根哈希与 7 条的检查点不符，与它后面的 2 个也不符",
                said(
                        "CHECKPOINT_ROOT",
                        "the entries do not lead to the root of the checkpoint of size 7, nor to those of the 2 after it"));
        assertEquals("第 3 行：publicityDays 是 0 到 30", said("policy", "policy, line 3: publicityDays is 0 to 30"));
        assertEquals(
                "志愿者 1-4-2（表 volunteers）：clockMinutes 是 5，按日志是 6",
                said("ACCOUNTS_ROW", "volunteer 1-4-2 (table volunteers): clockMinutes is 5, by the log 6"));
    }

    @Test
    void whatNobodyKnowsStaysAsItIsAndSaysInWhichLanguage() {
        assertEquals(new Details.Said("of a later Linli", "en"), Details.in(ZH, "X", "of a later Linli"));
        assertEquals(
                new Details.Said("branch 3 is closed", null),
                Details.in(Words.of(Language.EN), "BRANCH_CLOSED", "branch 3 is closed"));
    }

    @Test
    void everySentenceOfTheLayersBelowHasWords() throws IOException {
        Set<String> known = Words.of(Language.EN).keys().stream()
                .filter(key -> key.startsWith("detail."))
                .map(key -> Words.of(Language.EN).text(key, "{}", "{}", "{}", "{}", "{}"))
                .collect(Collectors.toSet());
        Set<String> wordless = new TreeSet<>(sentences());
        assertTrue(wordless.size() > 150, () -> "this test reads no sources any more: " + wordless);
        wordless.removeAll(known);
        assertEquals(Set.of(), wordless);
    }

    private static Set<String> sentences() throws IOException {
        Set<String> all = new HashSet<>();
        for (Path file : files("audit", "(?!Report|AuditReport|AuditOptions|package).*")) {
            all.addAll(sentences(source(file)));
        }
        for (Path file : files("log", ".*Inspection.*")) {
            all.addAll(sentences(source(file)));
        }
        for (Path file :
                files("ledger", "RowWords.*|PageComparison.*|(Hours|Points|Shop|Wish)?Policy(Document)?[.].*")) {
            all.addAll(sentences(source(file)));
        }
        for (Path file : files("ledger", ".*")) {
            String source = source(file);
            Matcher saying = SAYING.matcher(source);
            while (saying.find()) {
                all.addAll(sentences(source.substring(saying.end(), operandEnd(source, saying.end(), ")"))));
            }
        }
        return all;
    }

    private static List<Path> files(String folder, String name) throws IOException {
        try (Stream<Path> files = Files.list(LEDGER.resolve(folder))) {
            return files.filter(file -> file.getFileName().toString().matches(name))
                    .toList();
        }
    }

    private static String source(Path file) throws IOException {
        return COMMENT.matcher(Files.readString(file)).replaceAll("");
    }

    /** What a source says in whole sentences, each put together from its pieces, with {@code {}} for what is computed. */
    private static Set<String> sentences(String code) {
        String source = code + ";";
        Set<String> all = new HashSet<>();
        Set<Integer> used = new HashSet<>();
        Matcher literal = LITERAL.matcher(source);
        while (literal.find()) {
            if (!used.contains(literal.start())) {
                String before = source.substring(0, literal.start());
                String sentence =
                        (before.stripTrailing().endsWith("+") ? "{}" : "") + chain(source, literal.start(), used);
                boolean told = sentence.matches("(?s).*[a-z]{2,}[,:]? .*|, .*")
                        && !FOR_PROGRAMMERS.matcher(before).find();
                if (told) {
                    all.add(sentence.replaceAll("%,?[sd]|%016x", "{}"));
                }
            }
        }
        return all;
    }

    private static String chain(String source, int start, Set<Integer> used) {
        StringBuilder sentence = new StringBuilder();
        int at = start;
        while (true) {
            Matcher literal = LITERAL.matcher(source).region(at, source.length());
            if (literal.lookingAt()) {
                used.add(at);
                sentence.append(literal.group(1));
                at = literal.end();
            } else {
                sentence.append("{}");
                at = operandEnd(source, at, "+,;):?");
            }
            at = blanksEnd(source, at);
            if (source.charAt(at) != '+') {
                return sentence.toString();
            }
            at = blanksEnd(source, at + 1);
        }
    }

    private static int blanksEnd(String source, int from) {
        int at = from;
        while (Character.isWhitespace(source.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Where an expression ends: at one of these characters outside of its own brackets and texts. */
    private static int operandEnd(String source, int from, String ends) {
        int depth = 0;
        int at = from;
        while (depth > 0 || ends.indexOf(source.charAt(at)) < 0) {
            Matcher literal = LITERAL.matcher(source).region(at, source.length());
            if (literal.lookingAt()) {
                at = literal.end();
                continue;
            }
            depth += switch (source.charAt(at)) {
                case '(' -> 1;
                case ')' -> -1;
                default -> 0;
            };
            at++;
        }
        return at;
    }
}
