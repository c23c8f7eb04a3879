package io.zizhi.platform.timers;

import io.zizhi.platform.observability.tracing.TraceContext;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A timer that has just fired.
 *
 * @param ownerId id of the aggregate that armed it
 * @param kind its meaning to the owner
 * @param cycle number of the arming of that kind, from 1
 * @param dueAt the instant it was set to; never after the instant of firing
 * @param armedIn the trace of the work that armed it; null if there was none
 */
public record FiredTimer(
        long ownerId,
        String kind,
        int cycle,
        Instant dueAt,
        @Nullable TraceContext armedIn) {}
