package linli.web.desk;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import linli.profile.Profile;
import linli.profile.ProfileException;
import linli.profile.Sex;
import linli.web.door.ProblemException;
import linli.web.door.Typed;
import linli.web.form.Form;

/** The fields of a profile, as the record rules name them, on their way from a form. */
final class ProfileFields {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[、，,;；]");

    private ProfileFields() {}

    /**
     * The profile that says what the form says; a PIN is no part of it and stays.
     *
     * @throws ProblemException that names the field which does not follow its rule
     */
    static Profile over(Profile before, Form form) {
        try {
            return before.toBuilder()
                    .name(form.text("name"))
                    .formerNumber(form.optional("former-number").orElse(null))
                    .phone(form.optional("phone").orElse(null))
                    .sex(form.optional("sex")
                            .map(sex -> Typed.word(Sex.class, sex))
                            .orElse(null))
                    .birthDate(form.optional("birth-date").map(Typed::day).orElse(null))
                    .idNumber(form.optional("id-number").orElse(null))
                    .area(form.optional("area").orElse(null))
                    .skills(words(form, "skills"))
                    .categories(words(form, "categories"))
                    .guardian(form.optional("guardian").orElse(null))
                    .consentedOn(consent(form))
                    .build();
        } catch (ProfileException refused) {
            throw Slip.in(refused);
        }
    }

    /** Nobody is entered without their consent, or their guardian's. */
    private static LocalDate consent(Form form) {
        form.text("consents");
        return form.day("consented-on");
    }

    private static List<String> words(Form form, String field) {
        return Arrays.stream(BETWEEN_WORDS.split(form.optional(field).orElse("")))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
