/** Tests of the package of the same name. */
@NullMarked
package io.zizhi.review.sla.allocation;

import org.jspecify.annotations.NullMarked;
