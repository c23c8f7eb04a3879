/** Tests of the feature of the same name. */
@NullMarked
package io.zizhi.review.arrangement;

import org.jspecify.annotations.NullMarked;
