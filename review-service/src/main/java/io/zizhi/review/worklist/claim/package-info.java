/**
 * Who works on which review: taking it, keeping it and giving it back. A claimed review belongs to its reviewer under a
 * lease; every call of the reviewer on it renews the lease, and when it runs out the review is open again.
 */
@NullMarked
package io.zizhi.review.worklist.claim;

import org.jspecify.annotations.NullMarked;
