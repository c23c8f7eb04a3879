/**
 * All evidence for a decision, in one answer. Each section is fetched separately. A section that cannot be fetched is
 * marked unavailable with the reason, and the rest is shown.
 */
@NullMarked
package io.zizhi.review.casefile.evidence;

import org.jspecify.annotations.NullMarked;
