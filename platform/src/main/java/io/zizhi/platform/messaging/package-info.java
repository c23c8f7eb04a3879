/**
 * Events between services, without loss: the outbox and its relay, the inbox with its cursors, dead letters, and what
 * Kafka has to be told for it.
 */
@NullMarked
package io.zizhi.platform.messaging;

import org.jspecify.annotations.NullMarked;
