/** Tests of the feature of the same name. */
@NullMarked
package io.zizhi.review.policy;

import org.jspecify.annotations.NullMarked;
