package io.zizhi.review.casefile.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One section of the evidence.
 *
 * @param status whether it is there
 * @param reason why not; with UNAVAILABLE only
 * @param value what it holds; with AVAILABLE only
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SectionView<T>(
        SectionStatus status,
        @Nullable UnavailableReason reason,
        @Nullable T value) {

    /** Null stands for nothing of the kind. */
    static <T> SectionView<T> of(@Nullable T value) {
        return new SectionView<>(value == null ? SectionStatus.NONE : SectionStatus.AVAILABLE, null, value);
    }

    static <T> SectionView<T> unavailable(UnavailableReason reason) {
        return new SectionView<>(SectionStatus.UNAVAILABLE, reason, null);
    }

    /** A part of it, as a section of its own that shares its fate; null stands for nothing of the kind. */
    <R> SectionView<R> part(Function<T, @Nullable R> part) {
        return value == null ? new SectionView<>(status, reason, null) : of(part.apply(value));
    }
}
