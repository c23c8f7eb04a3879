/** Tests of the package of the same name. */
@NullMarked
package io.zizhi.review.decision.undo;

import org.jspecify.annotations.NullMarked;
