/**
 * Changes of a qualification or letter that its applicant does not cause: decisions, expiry and restriction by
 * supervisors.
 */
@NullMarked
package io.zizhi.qualification.outcome;

import org.jspecify.annotations.NullMarked;
