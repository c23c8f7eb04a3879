/** Tests of the feature of the same name. */
@NullMarked
package io.zizhi.review.trail;

import org.jspecify.annotations.NullMarked;
