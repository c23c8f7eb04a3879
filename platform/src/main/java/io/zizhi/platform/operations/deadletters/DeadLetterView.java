package io.zizhi.platform.operations.deadletters;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.platform.messaging.deadletter.DeadLetterState;
import io.zizhi.platform.operations.Row;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record that could not be read.
 *
 * @param id id of the dead letter
 * @param topic topic on which it came
 * @param partition partition of that topic
 * @param offset place in the partition
 * @param size bytes of its value
 * @param reason why it could not be read at the last try
 * @param state what became of it
 * @param retries how often an operator had it read again
 * @param arrivedAt when it came
 * @param closedAt when it was read or discarded
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeadLetterView(
        long id,
        String topic,
        int partition,
        long offset,
        long size,
        String reason,
        DeadLetterState state,
        int retries,
        Instant arrivedAt,
        @Nullable Instant closedAt) {

    static DeadLetterView from(Row row) {
        return new DeadLetterView(
                row.number("id"),
                row.text("topic"),
                (int) row.number("record_partition"),
                row.number("record_offset"),
                row.number("size"),
                row.text("reason"),
                DeadLetterState.valueOf(row.text("state")),
                (int) row.number("retries"),
                row.instant("arrived_at"),
                row.instantOrNull("closed_at"));
    }
}
