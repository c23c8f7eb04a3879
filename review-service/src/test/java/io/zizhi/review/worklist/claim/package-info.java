/** Tests of the package of the same name. */
@NullMarked
package io.zizhi.review.worklist.claim;

import org.jspecify.annotations.NullMarked;
