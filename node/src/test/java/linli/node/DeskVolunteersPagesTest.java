package linli.node;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A clerk and the volunteers, in a real browser. */
class DeskVolunteersPagesTest {
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

    @Test
    void aClerkFindsPersonsByNameAndByNumber() {
        try (Visit clerk = DeskDoor.signedIn(village, "clerk")) {
            clerk.open("/desk/volunteers").reads("张桂兰").look("desk-volunteers");
            clerk.fill("编号、姓名、电话或原编号", "桂兰").press("查找").reads("找到 1 人");
            clerk.fill("编号、姓名、电话或原编号", "没有这个人").press("查找").reads("没有找到").look("desk-volunteers-none");
        }
    }
}
