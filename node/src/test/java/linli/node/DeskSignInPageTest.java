package linli.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Staff come in through a page, in a real browser. */
class DeskSignInPageTest {
    @TempDir
    Path folder;

    private StaffedVillage village;

    @BeforeEach
    void found() {
        village = new StaffedVillage(folder);
    }

    @AfterEach
    void close() {
        village.close();
    }

    @Test
    void whoIsNotSignedInIsLedToTheDoorAndComesInWithAPasswordOfTheirOwn() {
        String initial = village.passwords().handOut(village.member("wang"), village.village.clock.instant());
        try (Visit clerk = Visit.atDesk(village.address()).expectingRefusals()) {
            clerk.open("/desk");
            assertEquals("/desk/sign-in", clerk.path());
            clerk.look("desk-sign-in");
            clerk.fill("账号", "wang").fill("密码", "something else").press("登录").reads("账号与密码不相符");
            clerk.fill("密码", initial).press("登录").reads("设置自己的密码").look("desk-choose");
            clerk.fill("初始密码", initial)
                    .fill("新密码", StaffedVillage.PASSWORD)
                    .fill("再输一次新密码", StaffedVillage.PASSWORD)
                    .press("设置并登录")
                    .reads("王秀英，您好")
                    .look("desk-home");
            assertEquals("/desk", clerk.path());
            clerk.press("English").reads("Hello, 王秀英").press("Sign out").reads("Staff sign-in");
        }
    }
}
