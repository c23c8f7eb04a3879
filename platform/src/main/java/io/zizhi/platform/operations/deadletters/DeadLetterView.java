package io.zizhi.platform.operations.deadletters;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.platform.database.Row;
import io.zizhi.platform.messaging.deadletter.DeadLetterState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An unreadable record.
 *
 * @param id id of the dead letter
 * @param topic topic of the record
 * @param partition partition of the topic
 * @param offset offset in the partition
 * @param size size of the value in bytes
 * @param reason why the last attempt to read it failed
 * @param state state of the dead letter
 * @param retries number of retries by operators
 * @param arrivedAt when it was received
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
