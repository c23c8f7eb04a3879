/**
 * The versioned settings of the review clock: which policy applies to which submissions, and which days and hours
 * count. A change recomputes the due times of unfinished reviews; {@code GET /v1/clock/due} explains each due time.
 */
@NullMarked
package io.zizhi.review.sla;

import org.jspecify.annotations.NullMarked;
