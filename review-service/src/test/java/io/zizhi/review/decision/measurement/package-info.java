/** Tests of the package of the same name. */
@NullMarked
package io.zizhi.review.decision.measurement;

import org.jspecify.annotations.NullMarked;
