/**
 * Events between services, without loss: the outbox and its relay, the inbox with its cursors, dead letters, and the
 * Kafka configuration that this needs.
 */
@NullMarked
package io.zizhi.platform.messaging;

import org.jspecify.annotations.NullMarked;
