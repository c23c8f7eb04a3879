/** Tests of the feature of the same name. */
@NullMarked
package io.zizhi.review.recomputation;

import org.jspecify.annotations.NullMarked;
