/** Tests of the package of the same name. */
@NullMarked
package io.zizhi.review.decision.foureyes;

import org.jspecify.annotations.NullMarked;
