/**
 * The policies of the clock, which operators view and change. A change creates a new version. Earlier versions stay
 * unchanged, because reviews were computed from them.
 */
@NullMarked
package io.zizhi.review.sla.policy;

import org.jspecify.annotations.NullMarked;
