/** Tests of the package of the same name. */
@NullMarked
package io.zizhi.review.reporting.unfinished;

import org.jspecify.annotations.NullMarked;
