package linli.web.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FramesTest {
    @Test
    void nobodyIsSentElsewhereAfterSwitchingTheLanguage() {
        assertEquals("/me/records/12-4812", Frames.pageOrHome("/me/records/12-4812"));
        for (String bad :
                new String[] {"//evil.example", "/\\evil.example", "https://evil.example/", "/me\r\nX: y", ""}) {
            assertEquals("/", Frames.pageOrHome(bad), bad);
        }
    }
}
