package linli.profile;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How each field of a profile is tidied and what it may hold. Blank is absent. */
final class ProfileRules {
    private static final int MOST_WORDS = 20;
    private static final int MOST_WORD_LENGTH = 30;
    private static final int AGE_OF_OWN_CONSENT = 14;

    // Fixed bounds, because a node whose clock is wrong must still be able to read what it wrote.
    private static final LocalDate EARLIEST = LocalDate.of(1880, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

    private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0\\u3000]+");

    // Private-use characters stay: rare characters of names are still often written with them.
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}]");
    private static final Pattern PHONE_PUNCTUATION = Pattern.compile("[\\s()-]+");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9]{5,20}");
    private static final Pattern ID_PUNCTUATION = Pattern.compile("[\\s()]+");
    private static final Pattern ID_NUMBER = Pattern.compile("[0-9A-Z]{5,20}");
    private static final Pattern RESIDENT_NUMBER = Pattern.compile("[0-9]{17}[0-9X]");

    private ProfileRules() {}

    static @Nullable String text(String field, @Nullable String given, int mostCharacters) {
        if (given == null) {
            return null;
        }
        String text = SPACE.matcher(Normalizer.normalize(given, Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip();
        if (UNPRINTABLE.matcher(text).find()) {
            throw ProfileException.invalid(field, "it holds characters that cannot be printed. Type it again.");
        }
        if (text.codePointCount(0, text.length()) > mostCharacters) {
            throw ProfileException.invalid(field, "at most " + mostCharacters + " characters. Shorten it.");
        }
        return text.isEmpty() ? null : text;
    }

    static @Nullable String phone(String field, @Nullable String given) {
        String phone = compact(given, PHONE_PUNCTUATION);
        if (phone != null && !PHONE.matcher(phone).matches()) {
            throw ProfileException.invalid(field, "one number of 5 to 20 digits, perhaps after a plus. Correct it.");
        }
        return phone;
    }

    static @Nullable String idNumber(String field, @Nullable String given) {
        String number = compact(given, ID_PUNCTUATION);
        if (number == null) {
            return null;
        }
        if (!ID_NUMBER.matcher(number).matches()) {
            throw ProfileException.invalid(field, "5 to 20 letters and digits. Correct it.");
        }
        if (RESIDENT_NUMBER.matcher(number).matches() && !hasRightCheckDigit(number)) {
            throw ProfileException.invalid(field, "the last digit does not fit the others. Compare it with the card.");
        }
        return number;
    }

    static List<String> words(String field, @Nullable List<String> given) {
        if (given == null) {
            return List.of();
        }
        List<String> words = given.stream()
                .map(word -> text(field, word, MOST_WORD_LENGTH))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (words.size() > MOST_WORDS) {
            throw ProfileException.invalid(field, "at most " + MOST_WORDS + ". Leave some out.");
        }
        return words;
    }

    static @Nullable LocalDate date(String field, @Nullable LocalDate given) {
        if (given != null && (given.isBefore(EARLIEST) || given.isAfter(LATEST))) {
            throw ProfileException.invalid(field, "a day between 1880 and 2199. Correct the year.");
        }
        return given;
    }

    /** A child's own consent is none (个人信息保护法, article 31). */
    static void consent(@Nullable LocalDate birthDate, @Nullable LocalDate consentedOn, @Nullable String guardian) {
        if (birthDate == null || consentedOn == null) {
            return;
        }
        if (consentedOn.isBefore(birthDate)) {
            throw ProfileException.invalid("consentedOn", "before the date of birth. Correct one of them.");
        }
        if (guardian == null && Period.between(birthDate, consentedOn).getYears() < AGE_OF_OWN_CONSENT) {
            throw ProfileException.invalid(
                    "guardian", "someone under 14 needs a guardian's consent. Enter who gave it.");
        }
    }

    /** Full-width digits become plain ones and punctuation goes. */
    private static @Nullable String compact(@Nullable String given, Pattern punctuation) {
        if (given == null) {
            return null;
        }
        String plain = Normalizer.normalize(given, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        String compact = punctuation.matcher(plain).replaceAll("");
        return compact.isEmpty() ? null : compact;
    }

    /** ISO 7064 MOD 11-2, as GB 11643 has it: the digits, weighted by powers of two, leave 1 when divided by 11. */
    private static boolean hasRightCheckDigit(String number) {
        int remainder = 0;
        for (int i = 0; i < number.length(); i++) {
            char digit = number.charAt(i);
            remainder = (remainder * 2 + (digit == 'X' ? 10 : digit - '0')) % 11;
        }
        return remainder == 1;
    }
}
