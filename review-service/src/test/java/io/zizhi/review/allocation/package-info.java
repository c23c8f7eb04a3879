/** Tests of the feature of the same name. */
@NullMarked
package io.zizhi.review.allocation;

import org.jspecify.annotations.NullMarked;
