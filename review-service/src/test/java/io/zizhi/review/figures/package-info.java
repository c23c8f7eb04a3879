/** Tests of the feature of the same name. */
@NullMarked
package io.zizhi.review.figures;

import org.jspecify.annotations.NullMarked;
