/** Tests of the feature of the same name. */
@NullMarked
package io.zizhi.review.proposal;

import org.jspecify.annotations.NullMarked;
