/** Tests of the package of the same name. */
@NullMarked
package io.zizhi.review.reviewer.conflict;

import org.jspecify.annotations.NullMarked;
