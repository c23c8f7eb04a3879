/** Tests of the feature of the same name. */
@NullMarked
package io.zizhi.review.openwork;

import org.jspecify.annotations.NullMarked;
