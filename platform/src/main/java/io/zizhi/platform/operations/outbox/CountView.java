package io.zizhi.platform.operations.outbox;

/** How many events were put in line. */
public record CountView(int events) {}
