package linli.profile;

import java.time.LocalDate;
import java.util.List;
import linli.keys.PinHash;
import org.jspecify.annotations.Nullable;

/** Collects the fields of a {@link Profile}; they are checked when it is built. For one thread. */
public final class ProfileBuilder {
    private @Nullable String name;
    private @Nullable String formerNumber;
    private @Nullable String phone;
    private @Nullable Sex sex;
    private @Nullable LocalDate birthDate;
    private @Nullable String idNumber;
    private @Nullable String area;
    private List<String> skills = List.of();
    private List<String> categories = List.of();
    private @Nullable String guardian;
    private @Nullable LocalDate consentedOn;
    private @Nullable PinHash pinHash;

    ProfileBuilder() {}

    public ProfileBuilder name(@Nullable String value) {
        name = value;
        return this;
    }

    public ProfileBuilder formerNumber(@Nullable String value) {
        formerNumber = value;
        return this;
    }

    public ProfileBuilder phone(@Nullable String value) {
        phone = value;
        return this;
    }

    public ProfileBuilder sex(@Nullable Sex value) {
        sex = value;
        return this;
    }

    public ProfileBuilder birthDate(@Nullable LocalDate value) {
        birthDate = value;
        return this;
    }

    public ProfileBuilder idNumber(@Nullable String value) {
        idNumber = value;
        return this;
    }

    public ProfileBuilder area(@Nullable String value) {
        area = value;
        return this;
    }

    public ProfileBuilder skills(List<String> value) {
        skills = value;
        return this;
    }

    public ProfileBuilder categories(List<String> value) {
        categories = value;
        return this;
    }

    public ProfileBuilder guardian(@Nullable String value) {
        guardian = value;
        return this;
    }

    public ProfileBuilder consentedOn(@Nullable LocalDate value) {
        consentedOn = value;
        return this;
    }

    public ProfileBuilder pinHash(@Nullable PinHash value) {
        pinHash = value;
        return this;
    }

    /** The profile; throws {@link ProfileException} {@code INVALID} if a field does not follow its rule. */
    public Profile build() {
        return new Profile(
                name,
                formerNumber,
                phone,
                sex,
                birthDate,
                idNumber,
                area,
                skills,
                categories,
                guardian,
                consentedOn,
                pinHash);
    }
}
