/**
 * Records that could not be read. Each is kept in the table {@code dead_letter} before it is acknowledged, so that none is
 * lost and none is doubled, and published to {@code <topic>.<service>.dead-letter} for whoever wants to listen.
 *
 * <pre>
 * WAITING → READ       read again, for example by a newer version of the service
 * WAITING → DISCARDED  given up by two operators
 * </pre>
 */
@NullMarked
package io.zizhi.platform.messaging.deadletter;

import org.jspecify.annotations.NullMarked;
