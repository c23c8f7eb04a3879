/**
 * Unreadable records. Each is stored in the table {@code dead_letter} before it is acknowledged, so none is lost or
 * duplicated. It is also published to {@code <topic>.<service>.dead-letter} for any consumer.
 *
 * <pre>
 * WAITING → READ       read successfully later, for example by a newer version of the service
 * WAITING → DISCARDED  discarded by two operators
 * </pre>
 */
@NullMarked
package io.zizhi.platform.messaging.deadletter;

import org.jspecify.annotations.NullMarked;
