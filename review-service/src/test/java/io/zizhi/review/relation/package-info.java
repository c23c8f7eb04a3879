/** Tests of the feature of the same name. */
@NullMarked
package io.zizhi.review.relation;

import org.jspecify.annotations.NullMarked;
