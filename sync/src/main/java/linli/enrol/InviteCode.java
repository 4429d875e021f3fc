package linli.enrol;

import linli.enrol.EnrolException.Code;
import linli.secret.AesGcm;
import linli.secret.Crockford;

/**
 * The code a county gives to a community so that it can join, such as {@code 7K4M-2QXT-9}: 40 random bits and a check
 * symbol.
 *
 * <p>The check symbol catches every single wrong symbol and every swap of two neighbours, so a slip of the finger is
 * told at the keyboard and is no attempt at guessing.
 *
 * @param symbols eight symbols and the check symbol, without groups
 */
public record InviteCode(String symbols) {
    private static final int RANDOM_BYTES = 5;
    private static final int SYMBOLS = 9;

    // Doubling in GF(2^5), reduced by x^5 + x^2 + 1, in which x runs through all 31 values before it comes back to 1.
    private static final int FIELD_SIZE = 32;
    private static final int REDUCTION = 0b100101;

    public InviteCode {
        if (symbols.length() != SYMBOLS || !Crockford.isEncoded(symbols) || weigh(symbols) != 0) {
            throw mistyped();
        }
    }

    static InviteCode random() {
        String random = Crockford.encode(AesGcm.random(RANDOM_BYTES));
        return new InviteCode(random + Crockford.symbol(doubled(weigh(random))));
    }

    /**
     * What a person typed; case, spaces and dashes do not matter.
     *
     * @throws EnrolException {@code MISTYPED} when no county can have issued it
     */
    public static InviteCode parse(String typed) {
        return new InviteCode(Crockford.ofTyped(typed).orElseThrow(InviteCode::mistyped));
    }

    /** The code for the eyes of whom it is meant for. */
    public String shown() {
        return Crockford.grouped(symbols);
    }

    /** Each symbol times a power of x, the last one times 1, summed up: 0 for a whole code. */
    private static int weigh(String symbols) {
        int sum = 0;
        for (int i = 0; i < symbols.length(); i++) {
            sum = doubled(sum) ^ Crockford.value(symbols.charAt(i));
        }
        return sum;
    }

    private static int doubled(int value) {
        int twice = value << 1;
        return twice < FIELD_SIZE ? twice : twice ^ REDUCTION;
    }

    private static EnrolException mistyped() {
        return new EnrolException(
                Code.MISTYPED, "A code has nine letters and digits, and these do not fit together. Type it again.");
    }

    /** Says nothing: whoever reads a log must not be able to join. */
    @Override
    public String toString() {
        return "InviteCode[withheld]";
    }
}
