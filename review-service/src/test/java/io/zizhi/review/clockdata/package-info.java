/** Tests of the feature of the same name. */
@NullMarked
package io.zizhi.review.clockdata;

import org.jspecify.annotations.NullMarked;
