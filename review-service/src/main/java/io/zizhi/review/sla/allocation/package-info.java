/**
 * The policy allocation (时限策略分配): ordered rules, of which the first that matches a submission decides its policy.
 * Operators view, preview and change it. A change is a new version of all rules. It applies to new submissions at once,
 * and unfinished reviews are recomputed.
 */
@NullMarked
package io.zizhi.review.sla.allocation;

import org.jspecify.annotations.NullMarked;
