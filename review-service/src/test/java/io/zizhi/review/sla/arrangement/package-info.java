/** Tests of the package of the same name. */
@NullMarked
package io.zizhi.review.sla.arrangement;

import org.jspecify.annotations.NullMarked;
