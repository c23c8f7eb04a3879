/** Tests of the feature of the same name. */
@NullMarked
package io.zizhi.review.calendar;

import org.jspecify.annotations.NullMarked;
