/** Tests of the feature of the same name. */
@NullMarked
package io.zizhi.review.queue;

import org.jspecify.annotations.NullMarked;
