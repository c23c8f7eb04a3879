/** Tests of the feature of the same name. */
@NullMarked
package io.zizhi.review.schedule;

import org.jspecify.annotations.NullMarked;
