package io.zizhi.platform.operations.timers;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.platform.database.Row;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A timer.
 *
 * @param ownerType kind of aggregate that armed it
 * @param ownerId id of that aggregate
 * @param kind kind of timer, defined by its owner
 * @param cycle number of its arming of that kind, from 1
 * @param dueAt when it is due
 * @param state state of the timer
 * @param firedAt when it fired
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TimerView(
        String ownerType,
        long ownerId,
        String kind,
        int cycle,
        Instant dueAt,
        TimerState state,
        @Nullable Instant firedAt) {

    static TimerView from(Row row) {
        return new TimerView(
                row.text("owner_type"),
                row.number("owner_id"),
                row.text("kind"),
                (int) row.number("cycle"),
                row.instant("due_at"),
                TimerState.valueOf(row.text("state")),
                row.instantOrNull("fired_at"));
    }
}
