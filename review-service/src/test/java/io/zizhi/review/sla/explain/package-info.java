/** Tests of the package of the same name. */
@NullMarked
package io.zizhi.review.sla.explain;

import org.jspecify.annotations.NullMarked;
