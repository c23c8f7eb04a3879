/** Tests of the feature of the same name. */
@NullMarked
package io.zizhi.review.undo;

import org.jspecify.annotations.NullMarked;
