/** Tests of the package of the same name. */
@NullMarked
package io.zizhi.review.clock.calendar;

import org.jspecify.annotations.NullMarked;
