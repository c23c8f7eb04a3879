package io.zizhi.local.logs;

import java.time.Instant;

/**
 * A line of a log.
 *
 * @param part who wrote it
 * @param at when; a line without a time of its own, as those of a stack trace are, belongs to the line before it
 * @param text as it was written
 */
public record LogLine(String part, Instant at, String text) {}
