/**
 * The policies of the clock as an operator sees and changes them. A change is a new version; earlier ones stay as they were,
 * because reviews were reckoned by them.
 */
@NullMarked
package io.zizhi.review.sla.policy;

import org.jspecify.annotations.NullMarked;
