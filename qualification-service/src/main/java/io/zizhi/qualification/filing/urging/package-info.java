/** Lets an applicant ask the review desk to hurry (催办): once per submission, and only some time after it. */
@NullMarked
package io.zizhi.qualification.filing.urging;

import org.jspecify.annotations.NullMarked;
