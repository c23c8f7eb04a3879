package io.zizhi.review.sla.reschedule;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.platform.operations.Row;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a change of a policy or of the calendar has been carried to the reviews that are not finished.
 *
 * @param id the revision that the change made
 * @param state whether there are reviews left
 * @param examined reviews that were reckoned anew
 * @param changed those of them that are due at another time, or with another certainty; each has its event
 * @param startedAt when the change was made
 * @param finishedAt when the last review was reckoned; absent before
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
