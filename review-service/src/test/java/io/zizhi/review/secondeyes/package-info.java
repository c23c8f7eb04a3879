/** Tests of the feature of the same name. */
@NullMarked
package io.zizhi.review.secondeyes;

import org.jspecify.annotations.NullMarked;
