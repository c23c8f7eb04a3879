package io.zizhi.e2e.faults.audit;

import java.time.Instant;

/**
 * The bounds of an instant that no witness knows exactly, by the clock of the databases.
 *
 * @param earliest it was not before
 * @param latest it was not after
 */
record Span(Instant earliest, Instant latest) {}
