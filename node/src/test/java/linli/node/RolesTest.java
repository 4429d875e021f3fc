package linli.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import linli.node.Browser.Answer;
import linli.node.Description.Operation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everybody knocks at every route, of the API and of pages. */
class RolesTest {
    /** Whoever knocks, and which of the words in {@code x-roles} are about them. */
    private static final Map<String, Set<String>> KNOCKING = Map.of(
            "anybody",
            Set.of("anybody"),
            StaffedVillage.DISMISSED,
            Set.of("anybody"),
            "volunteer",
            Set.of("anybody", "volunteer"),
            "kiosk",
            Set.of("anybody", "kiosk"),
            "volunteer at kiosk",
            Set.of("anybody", "kiosk", "at_kiosk", "volunteer"),
            "admin",
            Set.of("anybody", "staff", "admin"),
            "manager",
            Set.of("anybody", "staff", "manager", "clerk", "approver"),
            "clerk",
            Set.of("anybody", "staff", "clerk"),
            "approver",
            Set.of("anybody", "staff", "approver"),
            "auditor",
            Set.of("anybody", "staff", "auditor"));

    @TempDir
    static Path folder;

    private static StaffedVillage village;

    @BeforeAll
    static void found() {
        village = new StaffedVillage(folder);
    }

    @AfterAll
    static void close() {
        village.close();
    }

    static Stream<String> knocking() {
        return KNOCKING.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("knocking")
    void aRouteOpensToWhomItIsForAndToNobodyElse(String who) {
        List<String> wrong = new ArrayList<>();
        for (Operation operation : new Description(village.village).operations()) {
            if (operation.path().startsWith("/api/")) {
                boolean theirs = operation.roles().stream().anyMatch(KNOCKING.get(who)::contains);
                String expected = theirs ? "opens" : refusal(who);
                String told = answer(who, operation);
                if (!told.equals(expected)) {
                    wrong.add(operation.route() + ": " + told + " instead of " + expected);
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @ParameterizedTest
    @MethodSource("knocking")
    void aPageOpensToWhomItIsForAndToNobodyElse(String who) {
        List<String> wrong = new ArrayList<>();
        for (Routes.Route route : Routes.of(village.village)) {
            if (!route.ofApi()) {
                boolean theirs = route.roles().stream().anyMatch(KNOCKING.get(who)::contains);
                String told = answer(who, route);
                if (!told.equals(theirs ? "opens" : refusal(who, route))) {
                    wrong.add(route + ": " + told);
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void whatSomebodyTypedIsTextOnEveryPageOfEverybody() {
        TypedText typed = new TypedText(village);
        Set<String> shown = new TreeSet<>();
        for (String role : List.of("manager", "admin")) {
            Browser browser = village.village.browser();
            browser.cookies.put("linli-session", village.as(role).token());
            shown.addAll(typed.readBy(browser, "/desk", "/county", "/screen", "/desk/volunteers/" + typed.typist()));
        }
        Browser phone = village.village.browser();
        phone.signIn(typed.typist().toString(), Village.PIN);
        shown.addAll(typed.readBy(phone, "/me"));
        String kiosk = village.kioskToken();
        Browser hall = village.village.browser();
        hall.cookies.put("linli-kiosk", kiosk);
        shown.addAll(typed.readBy(hall, "/kiosk"));
        hall.cookies.put(
                "linli-session",
                ApiClient.volunteer(village.address(), kiosk, typed.typist(), Village.PIN)
                        .token());
        shown.addAll(typed.readBy(hall, "/kiosk", "/kiosk/me", "/kiosk/shop", "/kiosk/wishes"));
        assertTrue(shown.size() >= 40, () -> "it was read on these pages only: " + shown);
    }

    private static String answer(String who, Routes.Route route) {
        boolean brings = route.method().equals("POST");
        String type = route.takes().replace("multipart/form-data", "multipart/form-data; boundary=b");
        // A bearer brings no form's token, so whoever is let in is told that.
        Answer answer = village.as(who)
                .send(
                        route.method(),
                        route.path().replaceAll("\\{[^}]*}", "0-999999-2"),
                        brings ? "a=b" : null,
                        "Accept",
                        "*/*",
                        "Content-Type",
                        brings ? type : "text/plain");
        if (route.method().equals("HEAD")) {
            // A code would be in the body, of which there is none.
            return Map.of(401, "401 not_signed_in", 403, "403 not_allowed").getOrDefault(answer.status(), "opens");
        }
        // A page that says no by itself has been opened.
        if (!Set.of(401, 403).contains(answer.status()) || answer.body().startsWith("<")) {
            return "opens";
        }
        String told = ApiClient.told(answer);
        return told.equals("401 not_signed_in") || told.equals("403 not_allowed") ? told : "opens";
    }

    /** At a kiosk somebody could still say who they are. */
    private static String refusal(String who, Routes.Route route) {
        boolean couldSignIn = who.equals("kiosk") && route.roles().contains("at_kiosk");
        return couldSignIn ? "401 not_signed_in" : refusal(who);
    }

    private static String refusal(String who) {
        boolean known = KNOCKING.get(who).size() > 1;
        return known ? "403 not_allowed" : "401 not_signed_in";
    }

    private static String answer(String who, Operation operation) {
        String path = operation
                .path()
                .replace("{number}", "0-999999-2")
                .replace("{id}", "0-999999")
                .replace("{handle}", "nobody");
        boolean brings = List.of("POST", "PUT").contains(operation.method());
        // What is sent is never enough to do anything; it only has to come through the door.
        Answer answer = village.as(who)
                .send(
                        operation.method(),
                        path,
                        brings ? "{}" : null,
                        "Accept",
                        operation.answers(),
                        "Content-Type",
                        operation.takes());
        if (operation.id().equals("signOut")) {
            village.forget(who);
        }
        String told = ApiClient.told(answer);
        return Set.of("401 not_signed_in", "403 not_allowed").contains(told) ? told : "opens";
    }
}
