/**
 * Applies the events of a review to its qualification or letter. A decision applies only to the revision in review. A
 * decision on any other revision came too late: it is recorded and has no effect. An approved renewal of a letter is
 * carried over to the qualifications that use the letter, and again on its first day.
 */
@NullMarked
package io.zizhi.qualification.outcome.decision;

import org.jspecify.annotations.NullMarked;
