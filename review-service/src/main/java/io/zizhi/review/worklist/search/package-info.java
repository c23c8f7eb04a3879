/**
 * Search for reviews by supervisors and auditors, who must find a submission by what a caller tells them. Every search
 * is recorded in the audit log.
 */
@NullMarked
package io.zizhi.review.worklist.search;

import org.jspecify.annotations.NullMarked;
