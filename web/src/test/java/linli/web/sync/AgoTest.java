package linli.web.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import linli.web.page.Language;
import linli.web.page.Words;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgoTest {
    private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-300   | just now       | 刚刚",
                "0      | just now       | 刚刚",
                "59     | just now       | 刚刚",
                "60     | 1 minute ago   | 1 分钟前",
                "3599   | 59 minutes ago | 59 分钟前",
                "3600   | 1 hour ago     | 1 小时前",
                "7300   | 2 hours ago    | 2 小时前",
                "86399  | 23 hours ago   | 23 小时前",
                "86400  | 1 day ago      | 1 天前",
                "8640000| 100 days ago   | 100 天前"
            })
    void timeIsToldInTheLargestUnitThatFits(long secondsAgo, String english, String chinese) {
        Ago ago = Ago.between(NOW.minusSeconds(secondsAgo), NOW);
        assertEquals(english, Words.of(Language.EN).ago(ago));
        assertEquals(chinese, Words.of(Language.ZH).ago(ago));
    }
}
