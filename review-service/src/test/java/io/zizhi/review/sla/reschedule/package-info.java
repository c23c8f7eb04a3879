/** Tests of the package of the same name. */
@NullMarked
package io.zizhi.review.sla.reschedule;

import org.jspecify.annotations.NullMarked;
