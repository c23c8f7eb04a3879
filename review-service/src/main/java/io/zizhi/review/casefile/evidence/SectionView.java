package io.zizhi.review.casefile.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One section of the evidence.
 *
 * @param status whether the section is available
 * @param reason why it is unavailable; only with UNAVAILABLE
 * @param value the content; only with AVAILABLE
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SectionView<T>(
        SectionStatus status,
        @Nullable UnavailableReason reason,
        @Nullable T value) {

    /** Returns the section of a value; null means NONE. */
    static <T> SectionView<T> of(@Nullable T value) {
        return new SectionView<>(value == null ? SectionStatus.NONE : SectionStatus.AVAILABLE, null, value);
    }

    static <T> SectionView<T> unavailable(UnavailableReason reason) {
        return new SectionView<>(SectionStatus.UNAVAILABLE, reason, null);
    }

    /** Returns a part of this section as a section of its own. It is unavailable when this one is; null means NONE. */
    <R> SectionView<R> part(Function<T, @Nullable R> part) {
        return value == null ? new SectionView<>(status, reason, null) : of(part.apply(value));
    }
}
