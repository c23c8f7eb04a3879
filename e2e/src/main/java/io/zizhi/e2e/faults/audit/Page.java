package io.zizhi.e2e.faults.audit;

/**
 * A text that people or machines outside of the databases can read: a log, a page of metrics.
 *
 * @param name where it is
 */
public record Page(String name, String text) {}
