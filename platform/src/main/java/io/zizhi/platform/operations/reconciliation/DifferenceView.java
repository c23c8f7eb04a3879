package io.zizhi.platform.operations.reconciliation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.platform.database.Row;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A difference.
 *
 * @param topic topic of the aggregate
 * @param aggregateId id of the aggregate
 * @param kind which side has more events
 * @param versionHere last version applied here; 0 before the first
 * @param versionThere last published version; 0 before the first
 * @param outcome outcome of the difference
 * @param resentEvents events sent again
 * @param foundAt when it was found
 * @param settledAt when the missing events had been applied, or the difference was found accepted
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DifferenceView(
        String topic,
        String aggregateId,
        DifferenceKind kind,
        long versionHere,
        long versionThere,
        DifferenceOutcome outcome,
        long resentEvents,
        Instant foundAt,
        @Nullable Instant settledAt) {

    static DifferenceView from(Row row) {
        return new DifferenceView(
                row.text("topic"),
                row.text("aggregate_id"),
                DifferenceKind.valueOf(row.text("kind")),
                row.number("version_here"),
                row.number("version_there"),
                DifferenceOutcome.valueOf(row.text("outcome")),
                row.number("events"),
                row.instant("found_at"),
                row.instantOrNull("settled_at"));
    }
}
