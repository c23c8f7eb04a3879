/**
 * Reveals single fields of a submission in plain text for a reviewer who holds a live claim. The audit log records the
 * fields, the submission and the reviewer. review-service also records the reason before it calls.
 */
@NullMarked
package io.zizhi.qualification.reviewapi.unmasking;

import org.jspecify.annotations.NullMarked;
