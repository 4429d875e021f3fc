package linli.web.page;

import java.util.Arrays;
import java.util.Optional;

/** A language of the pages. */
public enum Language {
    /** 简体中文, the first. */
    ZH("zh", "zh-Hans"),
    /** English. */
    EN("en", "en");

    /** In which everything begins. */
    public static final Language FIRST = ZH;

    private final String code;
    private final String tag;

    Language(String code, String tag) {
        this.code = code;
        this.tag = tag;
    }

    /** As a cookie and a form carry it. */
    public String code() {
        return code;
    }

    /** The BCP 47 tag, for {@code lang}. */
    public String tag() {
        return tag;
    }

    public static Optional<Language> of(String code) {
        return Arrays.stream(values())
                .filter(language -> language.code.equals(code))
                .findFirst();
    }

    /** The one that a page offers to switch to. */
    public Language other() {
        return this == ZH ? EN : ZH;
    }
}
