package io.zizhi.platform.timers;

import java.time.Instant;

/**
 * A timer that has just fired.
 *
 * @param ownerId id of the aggregate that armed it
 * @param kind what it means to its owner
 * @param cycle which arming of that kind it was, from 1
 * @param dueAt the instant it was set to; never after the one it fired at
 */
public record FiredTimer(long ownerId, String kind, int cycle, Instant dueAt) {}
