/** Tests of the limits on views. */
@NullMarked
package io.zizhi.review.viewing;

import org.jspecify.annotations.NullMarked;
