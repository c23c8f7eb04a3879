/** Tests of the feature of the same name. */
@NullMarked
package io.zizhi.review.deciding;

import org.jspecify.annotations.NullMarked;
