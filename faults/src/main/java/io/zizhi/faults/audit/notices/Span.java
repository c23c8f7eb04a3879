package io.zizhi.faults.audit.notices;

import java.time.Instant;

/**
 * Bounds of an instant that is not known exactly, by the clock of the databases.
 *
 * @param earliest lower bound
 * @param latest upper bound
 */
record Span(Instant earliest, Instant latest) {}
