/** Tests of the feature of the same name. */
@NullMarked
package io.zizhi.review.reason;

import org.jspecify.annotations.NullMarked;
