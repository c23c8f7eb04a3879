/** Tests of the package of the same name. */
@NullMarked
package io.zizhi.review.reviewer.directory;

import org.jspecify.annotations.NullMarked;
