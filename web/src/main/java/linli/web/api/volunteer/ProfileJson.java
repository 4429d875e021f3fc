package linli.web.api.volunteer;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import linli.profile.Profile;
import linli.profile.Sex;
import org.jspecify.annotations.Nullable;

/** What is known of a person, as clerks write it and as it is told to them and to the person. */
public record ProfileJson(
        @Nullable String name,
        @Nullable String formerNumber,
        @Nullable String phone,
        @Nullable Sex sex,
        @Nullable LocalDate birthDate,
        @Nullable String idNumber,
        @Nullable String area,
        @Nullable List<String> skills,
        @Nullable List<String> categories,
        @Nullable String guardian,
        @Nullable LocalDate consentedOn) {

    public static ProfileJson of(Profile profile) {
        return new ProfileJson(
                profile.name(),
                profile.formerNumber(),
                profile.phone(),
                profile.sex(),
                profile.birthDate(),
                profile.idNumber(),
                profile.area(),
                profile.skills(),
                profile.categories(),
                profile.guardian(),
                profile.consentedOn());
    }

    /** The profile that says this; a PIN is no part of it and stays. */
    Profile over(Profile before) {
        return before.toBuilder()
                .name(name)
                .formerNumber(formerNumber)
                .phone(phone)
                .sex(sex)
                .birthDate(birthDate)
                .idNumber(idNumber)
                .area(area)
                .skills(Objects.requireNonNullElse(skills, List.of()))
                .categories(Objects.requireNonNullElse(categories, List.of()))
                .guardian(guardian)
                .consentedOn(consentedOn)
                .build();
    }

    /** Says nothing about the person. */
    @Override
    public String toString() {
        return "ProfileJson[withheld]";
    }
}
