package io.zizhi.platform.messaging.inbox;

import java.time.Instant;
import java.util.UUID;

/**
 * Metadata of an event for its reaction.
 *
 * @param eventId id of the event, the same on every delivery
 * @param occurredAt when the producer appended it
 * @param aggregateVersion number of the event within its aggregate, from 1
 */
public record EventContext(UUID eventId, Instant occurredAt, long aggregateVersion) {}
