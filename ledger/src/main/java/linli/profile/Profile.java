package linli.profile;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.LocalDate;
import java.util.List;
import linli.keys.PinHash;
import org.jspecify.annotations.Nullable;

/**
 * A person's record, with the fields the volunteer record rules name (民政部令第67号) and nothing more. Every field may be
 * absent, because old books are incomplete; what is given is tidied and follows its rule.
 *
 * <p>{@code toString} withholds everything. The order of the components is the order of the canonical JSON and must not
 * change.
 *
 * @param name up to 50 characters
 * @param formerNumber the person's number in the system they were imported from, up to 32 characters
 * @param phone 5 to 20 digits, perhaps after a plus; spaces, hyphens and brackets are dropped
 * @param idNumber 5 to 20 letters or digits; the check digit of an 18-digit resident number is verified
 * @param area where the person lives, up to 100 characters
 * @param skills up to 20 of up to 30 characters
 * @param categories the kinds of service offered, up to 20 of up to 30 characters
 * @param guardian who consents for a child, up to 100 characters; needed when consent is given under the age of 14
 * @param consentedOn the day the person, or the guardian, agreed to be recorded
 * @param pinHash of the PIN the person types at a kiosk; a credential, so no part of what is committed to
 */
@JsonPropertyOrder({
    "name",
    "formerNumber",
    "phone",
    "sex",
    "birthDate",
    "idNumber",
    "area",
    "skills",
    "categories",
    "guardian",
    "consentedOn",
    "pinHash"
})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Profile(
        @Nullable String name,
        @Nullable String formerNumber,
        @Nullable String phone,
        @Nullable Sex sex,
        @Nullable LocalDate birthDate,
        @Nullable String idNumber,
        @Nullable String area,
        List<String> skills,
        List<String> categories,
        @Nullable String guardian,
        @Nullable LocalDate consentedOn,
        @Nullable PinHash pinHash) {

    /**
     * Tidies and checks every field.
     *
     * @throws ProfileException {@code INVALID}, with the field as its subject
     */
    public Profile {
        name = ProfileRules.text("name", name, 50);
        formerNumber = ProfileRules.text("formerNumber", formerNumber, 32);
        phone = ProfileRules.phone("phone", phone);
        birthDate = ProfileRules.date("birthDate", birthDate);
        idNumber = ProfileRules.idNumber("idNumber", idNumber);
        area = ProfileRules.text("area", area, 100);
        skills = ProfileRules.words("skills", skills);
        categories = ProfileRules.words("categories", categories);
        guardian = ProfileRules.text("guardian", guardian, 100);
        consentedOn = ProfileRules.date("consentedOn", consentedOn);
        ProfileRules.consent(birthDate, consentedOn, guardian);
    }

    /** A builder with no field set. */
    public static ProfileBuilder builder() {
        return new ProfileBuilder();
    }

    /** A builder that starts from this profile, to correct a field of it. */
    public ProfileBuilder toBuilder() {
        return new ProfileBuilder()
                .name(name)
                .formerNumber(formerNumber)
                .phone(phone)
                .sex(sex)
                .birthDate(birthDate)
                .idNumber(idNumber)
                .area(area)
                .skills(skills)
                .categories(categories)
                .guardian(guardian)
                .consentedOn(consentedOn)
                .pinHash(pinHash);
    }

    /** Says nothing about the person: a profile must be safe to come across in a log. */
    @Override
    public String toString() {
        return "Profile[withheld]";
    }
}
