/**
 * What the review desk says and what becomes of a qualification by it. A decision applies only to the revision that is
 * in review; any other came too late, is noted and changes nothing.
 */
@NullMarked
package io.zizhi.qualification.outcome.decision;

import org.jspecify.annotations.NullMarked;
