/** Tests of the package of the same name. */
@NullMarked
package io.zizhi.review.sla.settings;

import org.jspecify.annotations.NullMarked;
