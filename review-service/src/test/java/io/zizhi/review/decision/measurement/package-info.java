/** Tests of the feature of the same name. */
@NullMarked
package io.zizhi.review.decision.measurement;

import org.jspecify.annotations.NullMarked;
