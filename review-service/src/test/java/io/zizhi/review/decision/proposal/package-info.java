/** Tests of the package of the same name. */
@NullMarked
package io.zizhi.review.decision.proposal;

import org.jspecify.annotations.NullMarked;
