package io.zizhi.platform.operations.parked;

import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.http.Parameters;
import org.jspecify.annotations.Nullable;

/**
 * Selects parked aggregates.
 *
 * @param topic only aggregates of this topic; null for all
 * @param cause only causes with this prefix; null for all
 */
record ParkedFilter(@Nullable String topic, @Nullable String cause) {

    static ParkedFilter of(@Nullable String topic, @Nullable String cause) {
        return new ParkedFilter(Parameters.topic("?topic", topic), Parameters.text("?cause", cause));
    }

    NativeQuery on(NativeQuery query) {
        return query.where("c.parked_at is not null")
                .where("c.topic = :topic", "topic", topic)
                .where("starts_with(c.parked_cause, :cause)", "cause", cause);
    }
}
