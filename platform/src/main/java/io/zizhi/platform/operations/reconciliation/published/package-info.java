/**
 * The producer's side: which versions of its aggregates a service has published, and the copies of events that a
 * consumer misses. It knows nothing of the comparison.
 */
@NullMarked
package io.zizhi.platform.operations.reconciliation.published;

import org.jspecify.annotations.NullMarked;
