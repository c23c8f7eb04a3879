/** Tests of the feature of the same name. */
@NullMarked
package io.zizhi.review.floor;

import org.jspecify.annotations.NullMarked;
