/**
 * How a reviewer decides: what makes a decision valid, whether it takes effect at once or needs a second reviewer, and
 * how a repeated call is answered.
 */
@NullMarked
package io.zizhi.review.decision.making;

import org.jspecify.annotations.NullMarked;
