package io.zizhi.platform.timers;

import io.zizhi.platform.observability.tracing.TraceContext;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A timer that has just fired.
 *
 * @param ownerId id of the aggregate that armed it
 * @param kind what it means to its owner
 * @param cycle which arming of that kind it was, from 1
 * @param dueAt the instant it was set to; never after the one it fired at
 * @param armedIn the trace of the work that armed it, or null where that belonged to none
 */
public record FiredTimer(
        long ownerId,
        String kind,
        int cycle,
        Instant dueAt,
        @Nullable TraceContext armedIn) {}
