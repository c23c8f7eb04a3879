/**
 * Claims: who works on which review. A claimed review belongs to its reviewer under a lease. Every call of the reviewer
 * on the review renews the lease; when it expires, the review is open again.
 */
@NullMarked
package io.zizhi.review.worklist.claim;

import org.jspecify.annotations.NullMarked;
