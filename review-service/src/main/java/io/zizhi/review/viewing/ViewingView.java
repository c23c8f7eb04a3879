package io.zizhi.review.viewing;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.platform.database.Row;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much personal data a member of staff has seen within a day.
 *
 * @param reviewerId the {@code sub} of the person's tokens
 * @param displayName the login name; absent if the tokens have none
 * @param level how far the counts are from the limits
 * @param lastViewedAt when the person last saw an object
 * @param outsideHours objects that the person last saw while the desk was closed
 * @param counts one count per measure
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ViewingView(
        String reviewerId,
        @Nullable String displayName,
        ViewingLevel level,
        Instant lastViewedAt,
        long outsideHours,
        List<ViewingCountView> counts) {

    static ViewingView from(Row row, ViewingLimits limits) {
        ViewingCounts counts = ViewingCounts.from(row);
        return new ViewingView(
                row.text("reviewer_id"),
                row.textOrNull("display_name"),
                limits.level(counts),
                row.instant("last_viewed_at"),
                row.number("outside_per_day"),
                Arrays.stream(ViewingMeasure.values())
                        .map(measure -> new ViewingCountView(
                                measure, counts.of(measure), limits.unusualFrom(measure), limits.limit(measure)))
                        .toList());
    }

    /**
     * The count of one measure.
     *
     * @param measure what is counted, and the window
     * @param count number of different objects that the person has seen within the window, or of views
     * @param unusualFrom the count from which an alert fires
     * @param limit the largest count; further objects or views are refused
     */
    public record ViewingCountView(ViewingMeasure measure, long count, int unusualFrom, int limit) {}
}
