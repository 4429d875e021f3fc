package linli.profile;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What only those concerned with a wish may read: where to go, whom to ask for, and what is better not on the wall. Every field may
 * be absent; what is given is tidied and follows its rule.
 *
 * <p>{@code toString} withholds everything. The order of the components is the order of the canonical JSON and must not change.
 *
 * @param words what it is about, up to 500 characters
 * @param address where, up to 100 characters
 * @param contact whom to ask for, up to 50 characters
 * @param phone 5 to 20 digits, perhaps after a plus; spaces, hyphens and brackets are dropped
 */
@JsonPropertyOrder({"words", "address", "contact", "phone"})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record WishDetails(
        @Nullable String words,
        @Nullable String address,
        @Nullable String contact,
        @Nullable String phone) {
    private static final int MOST_WORDS = 500;

    /**
     * Tidies and checks every field.
     *
     * @throws ProfileException {@code INVALID}, with the field as its subject
     */
    public WishDetails {
        words = ProfileRules.text("words", words, MOST_WORDS);
        address = ProfileRules.text("address", address, 100);
        contact = ProfileRules.text("contact", contact, 50);
        phone = ProfileRules.phone("phone", phone);
    }

    /** Whether nothing is said, so that there is nothing to seal. */
    @JsonIgnore
    public boolean isEmpty() {
        return Stream.of(words, address, contact, phone).allMatch(Objects::isNull);
    }

    /** Says nothing of what is in it: details must be safe to come across in a log. */
    @Override
    public String toString() {
        return "WishDetails[withheld]";
    }
}
