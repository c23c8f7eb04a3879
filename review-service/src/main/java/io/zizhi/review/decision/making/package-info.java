/**
 * How a reviewer decides: what a well-formed decision says, whether it counts at once or waits for a second pair of eyes,
 * and what a repeated call is answered.
 */
@NullMarked
package io.zizhi.review.decision.making;

import org.jspecify.annotations.NullMarked;
