/** Tests of the package of the same name. */
@NullMarked
package io.zizhi.review.review;

import org.jspecify.annotations.NullMarked;
