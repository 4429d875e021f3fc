package linli.profile;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.HexFormat;

/** The 32 secret bytes that keep a commitment from being guessed. They live in the envelope only. */
record Salt(@JsonValue String hex) {
    static final int SIZE_BYTES = 32;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    Salt {
        if (HexFormat.of().parseHex(hex).length != SIZE_BYTES) {
            throw new IllegalArgumentException("a salt is 64 hex digits");
        }
    }

    static Salt of(byte[] bytes) {
        return new Salt(HexFormat.of().formatHex(bytes));
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    @Override
    public String toString() {
        return "Salt[withheld]";
    }
}
