/** Tests of the feature of the same name. */
@NullMarked
package io.zizhi.review.desk;

import org.jspecify.annotations.NullMarked;
