/** Tests of the package of the same name. */
@NullMarked
package io.zizhi.review.reviewer;

import org.jspecify.annotations.NullMarked;
