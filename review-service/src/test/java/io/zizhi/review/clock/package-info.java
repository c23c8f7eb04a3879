/** Tests of the package of the same name. */
@NullMarked
package io.zizhi.review.clock;

import org.jspecify.annotations.NullMarked;
