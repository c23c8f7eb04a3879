/** Tests of the package of the same name. */
@NullMarked
package io.zizhi.review.reporting.figures;

import org.jspecify.annotations.NullMarked;
