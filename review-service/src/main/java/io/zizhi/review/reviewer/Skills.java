package io.zizhi.review.reviewer;

import io.zizhi.contracts.OwnerType;
import io.zizhi.contracts.Purpose;
import io.zizhi.contracts.ReviewSubject;
import io.zizhi.review.review.Review;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The reviews that a reviewer may take: those that match all four lists. An empty or missing list matches everything.
 *
 * @param ownerTypes types of the owner
 * @param policies clock policies by name
 * @param purposes purposes
 * @param subjects qualifications, or letters alone
 */
public record Skills(
        @Size(max = 20, message = "TOO_MANY_ITEMS") @Nullable
        List<@NotNull(message = "FIELD_REQUIRED") OwnerType> ownerTypes,

        @Size(max = 20, message = "TOO_MANY_ITEMS") @Nullable
        List<@NotNull(message = "FIELD_REQUIRED") @Pattern(regexp = POLICY_NAME, message = "POLICY_INVALID") String>
                policies,

        @Size(max = 20, message = "TOO_MANY_ITEMS") @Nullable
        List<@NotNull(message = "FIELD_REQUIRED") Purpose> purposes,

        @Size(max = 20, message = "TOO_MANY_ITEMS") @Nullable
        List<@NotNull(message = "FIELD_REQUIRED") ReviewSubject> subjects) {

    static final String POLICY_NAME = "[A-Za-z][A-Za-z0-9_-]{0,59}";

    /** The skills of a reviewer whose skills were never set. */
    public static final Skills EVERYTHING = new Skills(null, null, null, null);

    public boolean cover(Review review) {
        return covers(ownerTypes, review.submission().ownerType())
                && covers(policies, review.sla().policy())
                && covers(purposes, review.submission().purpose())
                && covers(subjects, review.submission().subject());
    }

    private static <T> boolean covers(@Nullable List<T> listed, T value) {
        return listed == null || listed.isEmpty() || listed.contains(value);
    }

    /** Returns a copy with sorted, distinct values and null instead of an empty list. */
    Skills tidy() {
        return new Skills(tidy(ownerTypes), tidy(policies), tidy(purposes), tidy(subjects));
    }

    private static <T> @Nullable List<T> tidy(@Nullable List<T> list) {
        return list == null || list.isEmpty()
                ? null
                : list.stream().distinct().sorted().toList();
    }
}
