package io.zizhi.local.logs;

import java.time.Instant;

/**
 * A line of a log.
 *
 * @param part the process that wrote it
 * @param at time of the line; a line without a time, such as a stack frame, has the time of the line before it
 * @param text the original text
 */
public record LogLine(String part, Instant at, String text) {}
