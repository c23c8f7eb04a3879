package io.zizhi.review.viewing;

import io.zizhi.review.limits.ReviewLimits;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The configured limits. */
@ApplicationScoped
public class ViewingLimits {

    private static final int WHOLE = 100;

    private final ReviewLimits limits;

    ViewingLimits(ReviewLimits limits) {
        this.limits = limits;
    }

    /** Returns the largest count that is still allowed. */
    int limit(ViewingMeasure measure) {
        return switch (measure) {
            case DOCUMENTS_PER_HOUR -> limits.viewedDocumentsPerHour();
            case DOCUMENTS_PER_DAY -> limits.viewedDocumentsPerDay();
            case VIEWS_PER_HOUR -> limits.documentViewsPerHour();
            case SUBMISSIONS_PER_HOUR -> limits.unmaskedSubmissionsPerHour();
            case SUBMISSIONS_PER_DAY -> limits.unmaskedSubmissionsPerDay();
            case ACCOUNTS_PER_HOUR -> limits.viewedAccountsPerHour();
            case ACCOUNTS_PER_DAY -> limits.viewedAccountsPerDay();
        };
    }

    /** Returns the smallest count that is unusual, at least 1. */
    int unusualFrom(ViewingMeasure measure) {
        return Math.ceilDiv(limit(measure) * limits.unusualViewingPercent(), WHOLE);
    }

    /** Returns the measures of which another object was one too many. */
    List<ViewingMeasure> exceeded(ViewingCounts counts) {
        return measures(measure -> counts.of(measure) > limit(measure)).toList();
    }

    ViewingLevel level(ViewingCounts counts) {
        if (measures(measure -> counts.of(measure) >= limit(measure)).findAny().isPresent()) {
            return ViewingLevel.LIMITED;
        }
        return unusual(counts).isEmpty() ? ViewingLevel.NORMAL : ViewingLevel.UNUSUAL;
    }

    /** Returns the measures that are at or above their threshold. */
    List<ViewingMeasure> unusual(ViewingCounts counts) {
        return measures(measure -> counts.of(measure) >= unusualFrom(measure)).toList();
    }

    private static Stream<ViewingMeasure> measures(Predicate<ViewingMeasure> which) {
        return Arrays.stream(ViewingMeasure.values()).filter(which);
    }
}
