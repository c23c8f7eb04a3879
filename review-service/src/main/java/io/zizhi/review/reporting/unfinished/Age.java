package io.zizhi.review.reporting.unfinished;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The wall-clock time since the submission of a review, in ranges. */
public enum Age {
    UNDER_1_HOUR(Duration.ofHours(1)),
    UNDER_4_HOURS(Duration.ofHours(4)),
    UNDER_1_DAY(Duration.ofDays(1)),
    UNDER_3_DAYS(Duration.ofDays(3)),
    OLDER(null);

    private static final List<Age> STEPS = List.of(values());

    private final @Nullable Duration end;

    Age(@Nullable Duration end) {
        this.end = end;
    }

    /** @param ended number of ranges that have passed */
    static Age after(int ended) {
        return STEPS.get(ended);
    }

    /** Returns the upper bounds of all ranges except the last, in seconds, ascending. */
    static Long[] ends() {
        return STEPS.stream()
                .map(age -> age.end)
                .filter(Objects::nonNull)
                .map(Duration::toSeconds)
                .toArray(Long[]::new);
    }
}
