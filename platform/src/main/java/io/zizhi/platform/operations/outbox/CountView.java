package io.zizhi.platform.operations.outbox;

/**
 * Number of queued events.
 *
 * @param events number of events
 */
public record CountView(int events) {}
