/** Tests of the package of the same name. */
@NullMarked
package io.zizhi.review.casefile.trail;

import org.jspecify.annotations.NullMarked;
