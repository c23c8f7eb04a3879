/** Tests of the feature of the same name. */
@NullMarked
package io.zizhi.review.decisionmaking;

import org.jspecify.annotations.NullMarked;
