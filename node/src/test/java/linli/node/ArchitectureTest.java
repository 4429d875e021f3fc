package linli.node;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasOwner;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.util.Calendar;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The plan of the house, as {@code docs/architecture.md} draws it. Whoever knows whom, and what nobody uses, with the reason. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("linli");

    /** Each package, and those of ours that it may know besides itself. */
    private static final Map<String, List<String>> MAY_KNOW = new LinkedHashMap<>();

    static {
        List<String> ledgerModule = List.of(
                "log",
                "text",
                "secret",
                "calendar",
                "keys",
                "entry",
                "ledger",
                "profile",
                "picture",
                "intake",
                "office",
                "national",
                "audit",
                "report",
                "access");
        MAY_KNOW.put("log", List.of());
        MAY_KNOW.put("text", List.of());
        MAY_KNOW.put("secret", List.of());
        MAY_KNOW.put("calendar", List.of());
        MAY_KNOW.put("keys", List.of("secret"));
        MAY_KNOW.put("entry", List.of("log"));
        MAY_KNOW.put("ledger", List.of("entry", "log", "secret"));
        MAY_KNOW.put("profile", List.of("keys", "secret"));
        MAY_KNOW.put("picture", List.of("secret", "log"));
        MAY_KNOW.put("intake", List.of("text"));
        MAY_KNOW.put("office", List.of("ledger", "profile", "intake", "entry", "log", "keys"));
        MAY_KNOW.put("access", List.of("ledger", "entry", "keys", "secret"));
        MAY_KNOW.put("national", List.of("office", "ledger", "profile", "intake", "entry", "log", "secret", "text"));
        MAY_KNOW.put("audit", List.of("ledger", "entry", "log", "text"));
        MAY_KNOW.put("report", List.of("ledger", "calendar", "entry", "log", "text"));
        List<String> syncModule =
                List.of("wire", "enrol", "mirror", "receipt", "peer", "transfer", "bundle", "backup", "sync");
        MAY_KNOW.put("wire", List.of("log"));
        MAY_KNOW.put("enrol", List.of("secret", "log", "entry", "ledger"));
        MAY_KNOW.put("mirror", List.of("wire", "log", "entry", "ledger"));
        MAY_KNOW.put("receipt", List.of("wire", "log", "entry", "ledger"));
        MAY_KNOW.put("transfer", List.of("wire", "receipt", "log", "entry", "ledger"));
        MAY_KNOW.put("peer", List.of("wire", "transfer", "mirror", "enrol", "log", "entry", "ledger", "secret"));
        MAY_KNOW.put("bundle", List.of("wire", "transfer", "mirror", "peer", "log", "entry", "ledger", "secret"));
        MAY_KNOW.put("backup", List.of("wire", "peer", "log", "ledger", "secret"));
        MAY_KNOW.put("sync", List.of("wire", "mirror", "peer", "enrol", "log", "entry", "ledger", "secret"));
        MAY_KNOW.put("web", concat(ledgerModule, syncModule));
        MAY_KNOW.put("demo", concat(ledgerModule, syncModule));
        MAY_KNOW.put("node", with(concat(ledgerModule, syncModule), "web", "demo"));
    }

    /** The rooms of the web module, and which of the others each may know. */
    private static final Map<String, List<String>> WEB_ROOMS = new LinkedHashMap<>();

    static {
        WEB_ROOMS.put("clock", List.of());
        WEB_ROOMS.put("hours", List.of("clock"));
        WEB_ROOMS.put("sync", List.of("clock"));
        WEB_ROOMS.put("page", List.of("clock", "hours", "sync"));
        WEB_ROOMS.put("session", List.of());
        WEB_ROOMS.put("door", List.of("page"));
        WEB_ROOMS.put("caller", List.of("door", "session", "page"));
        WEB_ROOMS.put("form", List.of("caller", "door"));
        WEB_ROOMS.put("act", List.of("form", "caller", "door", "session", "clock"));
        WEB_ROOMS.put("list", List.of("door"));
        WEB_ROOMS.put("api", List.of("act", "list", "caller", "door", "session", "page", "clock", "hours", "sync"));
        List<String> below =
                List.of("act", "list", "form", "caller", "door", "session", "page", "clock", "hours", "sync");
        WEB_ROOMS.put("screen", below);
        WEB_ROOMS.put("me", with(below, "screen"));
        WEB_ROOMS.put("kiosk", with(below, "screen"));
        WEB_ROOMS.put("desk", with(below, "screen"));
        WEB_ROOMS.put("county", with(below, "screen"));
        WEB_ROOMS.put("setup", with(below, "screen"));
        // Templates know what they show; nobody knows them, they are asked for by name.
        WEB_ROOMS.put("template", with(below, "screen", "me", "kiosk", "desk", "county", "setup"));
        WEB_ROOMS.put("peer", List.of("door", "session"));
    }

    /** The rooms of the node module, and which of the others each may know. The program itself stands outside and knows all. */
    private static final Map<String, List<String>> NODE_ROOMS = new LinkedHashMap<>();

    static {
        NODE_ROOMS.put("console", List.of());
        NODE_ROOMS.put("serve", List.of("console", "begin"));
        NODE_ROOMS.put("begin", List.of("console"));
        NODE_ROOMS.put("county", List.of("console", "serve"));
        NODE_ROOMS.put("people", List.of("console"));
        NODE_ROOMS.put("book", List.of("console"));
        NODE_ROOMS.put("points", List.of("console"));
        NODE_ROOMS.put("paper", List.of("console", "points"));
        NODE_ROOMS.put("shop", List.of("console"));
        NODE_ROOMS.put("wish", List.of("console"));
        NODE_ROOMS.put("meet", List.of("console", "serve"));
        NODE_ROOMS.put("keep", List.of("console", "serve"));
        NODE_ROOMS.put("demo", List.of("console", "serve"));
    }

    private static List<String> with(List<String> packages, String... more) {
        return Stream.concat(packages.stream(), Stream.of(more)).toList();
    }

    private static List<String> concat(List<String> packages, List<String> more) {
        return with(packages, more.toArray(String[]::new));
    }

    @Test
    void dependenciesRunOneWay() {
        oneWay("linli.", MAY_KNOW);
    }

    @Test
    void roomsOfTheWebModuleKnowEachOtherOneWayToo() {
        oneWay("linli.web.", WEB_ROOMS);
        onlyIn("linli.web.", WEB_ROOMS);
    }

    @Test
    void roomsOfTheNodeModuleKnowEachOtherOneWayToo() {
        oneWay("linli.node.", NODE_ROOMS);
        onlyIn("linli.node.", NODE_ROOMS);
    }

    /** A resource is a room of its own; only what volunteers ask about themselves is told as staff are told it. */
    @Test
    void resourcesDoNotKnowEachOther() {
        slices().matching("linli.web.api.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(
                        resideInAPackage("linli.web.api.me.."),
                        resideInAnyPackage(
                                "linli.web.api.certificate..",
                                "linli.web.api.hours..",
                                "linli.web.api.points..",
                                "linli.web.api.shop..",
                                "linli.web.api.team..",
                                "linli.web.api.volunteer..",
                                "linli.web.api.wish.."))
                .because("what two resources share belongs into act, list or a room of the program's own words")
                .check(CLASSES);
    }

    private static void oneWay(String prefix, Map<String, List<String>> plan) {
        List<String> strayed = CLASSES.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(dependency -> {
                    String from = room(prefix, dependency.getOriginClass());
                    String to = room(prefix, dependency.getTargetClass());
                    return plan.containsKey(from)
                            && plan.containsKey(to)
                            && !from.equals(to)
                            && !plan.get(from).contains(to);
                })
                .map(Dependency::getDescription)
                .sorted()
                .toList();
        assertEquals(
                List.of(),
                strayed,
                "what a room needs of one it may not know belongs further down, or into a parameter");
    }

    /** The first part of a package's name behind the prefix; empty where it is none of ours. */
    private static String room(String prefix, JavaClass type) {
        String name = type.getBaseComponentType().getPackageName();
        return name.startsWith(prefix) ? name.substring(prefix.length()).split("\\.", 2)[0] : "";
    }

    /** The door itself, and nothing else, stands outside of the rooms. */
    private static void onlyIn(String prefix, Map<String, List<String>> plan) {
        noClasses()
                .that()
                .resideInAPackage(prefix + ".")
                .should()
                .resideOutsideOfPackages(Stream.concat(
                                Stream.of(prefix.substring(0, prefix.length() - 1)),
                                plan.keySet().stream().map(name -> prefix + name + ".."))
                        .toArray(String[]::new))
                .because("a new room says here and in docs/architecture.md whom it may know")
                .check(CLASSES);
    }

    @Test
    void everyPackageHasItsPlace() {
        noClasses()
                .should()
                .resideOutsideOfPackages(MAY_KNOW.keySet().stream()
                        .map(name -> "linli." + name + "..")
                        .toArray(String[]::new))
                .because("a new package says here and in docs/architecture.md whom it may know")
                .check(CLASSES);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("linli.(*)..")
                .should()
                .beFreeOfCycles()
                .because("two packages that need each other are one package")
                .check(CLASSES);
    }

    @Test
    void librariesStayWhereTheyAreUnderstood() {
        only("org.mapdb..", "its crashes are handled in one place, AccountStore", "linli.ledger..");
        only(
                "org.bouncycastle..",
                "keys and signatures have their doors; whoever calls a cipher directly goes past them",
                "linli.log..",
                "linli.keys..",
                "linli.secret..",
                "linli.enrol..");
        only("com.fasterxml.jackson.dataformat.cbor..", "the exact bytes are made in one package", "linli.entry..");
        only("com.google.zxing..", "a code is text for people; whoever shows one needs no library", "linli.text..");
        only(
                "org.dhatim.fastexcel..",
                "tables are read in one package and written in one",
                "linli.intake..",
                "linli.text..");
        only("javax.jmdns..", "its threads, waits and log lines are kept in one place", "linli.sync..");
        only("picocli..", "nothing but the command line knows that there is one", "linli.node..");
        only("jakarta.ws.rs..", "only the web module knows HTTP resources", "linli.web..", "linli.node..");
        only("org.eclipse.jetty..", "only the program itself starts a server", "linli.node..");
    }

    private static void only(String library, String reason, String... packages) {
        noClasses()
                .that()
                .resideOutsideOfPackages(packages)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .because(reason)
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void nobodyUsesWhatHasABetterSuccessor() {
        banned(assignableTo(Date.class).or(assignableTo(Calendar.class)), "java.time says which kind of time it is");
    }

    @Test
    void onlyTheConfigurationKnowsWhatLogs() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("linli.node.NodeLogging")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.util.logging..")
                .because("loggers are slf4j's, so that an operator configures one thing in one place")
                .check(CLASSES);
    }

    @Test
    void whatIsDrawnByLotCannotBeGuessed() {
        noClasses()
                .that()
                .resideOutsideOfPackage("linli.demo..")
                // They draw the id under which an error stands in the log; nobody gains by guessing it.
                .and()
                .doNotHaveFullyQualifiedName("linli.web.door.ProblemMapper")
                .and()
                .doNotHaveFullyQualifiedName("linli.node.serve.PlainErrors")
                .should()
                .dependOnClassesThat(assignableTo(Random.class).and(isNot(SecureRandom.class)))
                .because(
                        "ids and secrets come from SecureRandom; only the demo's invented year repeats itself by a seed")
                .check(CLASSES);
    }

    private static void banned(DescribedPredicate<? super JavaClass> what, String reason) {
        noClasses().should().dependOnClassesThat(what).because(reason).check(CLASSES);
    }

    private static DescribedPredicate<JavaClass> isNot(Class<?> type) {
        return DescribedPredicate.not(JavaClass.Predicates.equivalentTo(type));
    }

    @Test
    void nobodyPrintsButTheCommandLine() {
        noClasses()
                .that()
                .resideOutsideOfPackages("linli.node..", "linli.text..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethodWhere(JavaCall.Predicates.target(
                        HasOwner.Predicates.With.owner(JavaClass.Predicates.equivalentTo(PrintStream.class))))
                .because("a page, a test and a service have no terminal; return what there is to say")
                .check(CLASSES);
    }

    @Test
    void nobodySleeps() {
        noClasses()
                .that()
                // It waits for another process to end a commit, and that one cannot tell when it has.
                .doNotHaveFullyQualifiedName("linli.ledger.SavedAccounts")
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(Thread.class, "sleep", long.class, int.class)
                .because("waiting for a time hides what is really waited for; use a queue, a lock or a timer")
                .check(CLASSES);
    }
}
