package io.zizhi.platform.timers;

import io.zizhi.platform.observability.tracing.TraceContext;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A timer that has just fired.
 *
 * @param ownerId id of the aggregate that armed it
 * @param kind kind of timer, defined by its owner
 * @param cycle how often this kind had been armed, from 1
 * @param dueAt when it was due; never after the instant of firing
 * @param armedIn the trace of the work that armed it; null if there was no trace
 */
public record FiredTimer(
        long ownerId,
        String kind,
        int cycle,
        Instant dueAt,
        @Nullable TraceContext armedIn) {}
