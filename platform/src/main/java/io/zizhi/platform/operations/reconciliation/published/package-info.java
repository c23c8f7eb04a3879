/**
 * The producer's side of a reconciliation: the published versions of a service's aggregates, and resends of events that
 * a consumer misses. It does not depend on the comparison.
 */
@NullMarked
package io.zizhi.platform.operations.reconciliation.published;

import org.jspecify.annotations.NullMarked;
