package io.zizhi.notification.webhook.delivery;

import java.time.Instant;

/**
 * A replay.
 *
 * @param deliveries number of deliveries that were queued again
 * @param replayedAt when they were queued
 */
public record ReplayView(int deliveries, Instant replayedAt) {}
