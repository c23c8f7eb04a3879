/** Changes of a qualification or letter that its applicant does not cause: decisions and expiry. */
@NullMarked
package io.zizhi.qualification.outcome;

import org.jspecify.annotations.NullMarked;
