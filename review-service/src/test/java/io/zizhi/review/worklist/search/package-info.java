/** Tests of the package of the same name. */
@NullMarked
package io.zizhi.review.worklist.search;

import org.jspecify.annotations.NullMarked;
