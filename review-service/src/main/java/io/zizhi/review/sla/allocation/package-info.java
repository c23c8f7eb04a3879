/**
 * Who gets which policy (时效策略分配), as an operator sees, checks and changes it: rules in their order, of which the first that
 * fits a submission decides. A change is a new version of all of them; it counts at once for what is submitted, and is carried
 * to the reviews that are not finished.
 */
@NullMarked
package io.zizhi.review.sla.allocation;

import org.jspecify.annotations.NullMarked;
