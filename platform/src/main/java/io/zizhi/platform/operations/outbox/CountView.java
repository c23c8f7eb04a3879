package io.zizhi.platform.operations.outbox;

/**
 * How many events were put in line.
 *
 * @param events how many
 */
public record CountView(int events) {}
