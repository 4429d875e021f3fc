package linli.web.api.wish;

import linli.profile.WishDetails;
import org.jspecify.annotations.Nullable;

/** What only those concerned with a wish may read. It is kept beside the log, sealed. */
record DetailsJson(
        @Nullable String words,
        @Nullable String address,
        @Nullable String contact,
        @Nullable String phone) {
    static DetailsJson of(WishDetails details) {
        return new DetailsJson(details.words(), details.address(), details.contact(), details.phone());
    }

    static WishDetails details(@Nullable DetailsJson typed) {
        return typed == null
                ? new WishDetails(null, null, null, null)
                : new WishDetails(typed.words, typed.address, typed.contact, typed.phone);
    }

    /** Says nothing of what is in it. */
    @Override
    public String toString() {
        return "DetailsJson[withheld]";
    }
}
