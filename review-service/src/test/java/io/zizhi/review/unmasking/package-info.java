/** Tests of the feature of the same name. */
@NullMarked
package io.zizhi.review.unmasking;

import org.jspecify.annotations.NullMarked;
