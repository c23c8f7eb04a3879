package io.zizhi.platform.operations.parked;

import io.zizhi.platform.http.Parameters;
import org.jspecify.annotations.Nullable;

/**
 * Selects parked aggregates.
 *
 * @param topic only of that topic; null for all
 * @param cause only causes with this prefix; null for all
 */
record ParkedFilter(@Nullable String topic, @Nullable String cause) {

    static ParkedFilter of(@Nullable String topic, @Nullable String cause) {
        return new ParkedFilter(Parameters.topic("?topic", topic), Parameters.text("?cause", cause));
    }
}
