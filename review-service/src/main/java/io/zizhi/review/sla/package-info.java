/**
 * The settings of the review clock, in versions: which policy applies to whom, which days and hours count. A change recomputes
 * the due times of open reviews; {@code GET /v1/clock/due} explains each due time.
 */
@NullMarked
package io.zizhi.review.sla;

import org.jspecify.annotations.NullMarked;
