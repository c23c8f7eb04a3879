package io.zizhi.platform.operations.reconciliation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.platform.database.Row;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A comparison of events applied here with published events.
 *
 * @param id id of the comparison
 * @param state of the comparison
 * @param startedBy the operator who started it, or `schedule`
 * @param reason why it was started
 * @param startedAt when it was started
 * @param finishedAt when it ended
 * @param failure why it makes no progress, or why it failed
 * @param truncated whether it stopped early because of too many differences; start another one when this one is settled
 * @param topics results by topic
 * @param open number of differences that are not settled
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReconciliationView(
        long id,
        ReconciliationState state,
        String startedBy,
        String reason,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String failure,
        boolean truncated,
        List<ComparedTopicView> topics,
        long open) {

    static ReconciliationView from(Row row, List<Row> topics) {
        List<ComparedTopicView> compared =
                topics.stream().map(ComparedTopicView::from).toList();
        return new ReconciliationView(
                row.number("id"),
                ReconciliationState.valueOf(row.text("state")),
                row.text("started_by"),
                row.text("reason"),
                row.instant("started_at"),
                row.instantOrNull("finished_at"),
                row.textOrNull("failure"),
                row.flag("truncated"),
                compared,
                compared.stream().mapToLong(ComparedTopicView::open).sum());
    }
}
