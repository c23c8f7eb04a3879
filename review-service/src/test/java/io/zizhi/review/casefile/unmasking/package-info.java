/** Tests of the package of the same name. */
@NullMarked
package io.zizhi.review.casefile.unmasking;

import org.jspecify.annotations.NullMarked;
