package io.zizhi.review.sla.reschedule;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.platform.database.Row;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The progress of recomputing unfinished reviews after a change of a policy, the policy allocation or the calendar.
 *
 * @param id the revision that the change created
 * @param state whether reviews are still to be recomputed
 * @param examined number of recomputed reviews
 * @param changed number of reviews that got another due time, policy or {@code provisional} flag; each has its event
 * @param startedAt when the change was made
 * @param finishedAt when the last review was recomputed; absent before
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RecomputationView(
        long id,
        RecomputationState state,
        long examined,
        long changed,
        Instant startedAt,
        @Nullable Instant finishedAt) {

    static RecomputationView from(Row row) {
        return new RecomputationView(
                row.number("revision"),
                RecomputationState.valueOf(row.text("state")),
                row.number("examined"),
                row.number("changed"),
                row.instant("started_at"),
                row.instantOrNull("finished_at"));
    }
}
