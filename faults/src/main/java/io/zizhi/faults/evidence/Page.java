package io.zizhi.faults.evidence;

/**
 * A text outside the databases that people or machines can read: a log or a page of metrics.
 *
 * @param name its location
 */
public record Page(String name, String text) {}
