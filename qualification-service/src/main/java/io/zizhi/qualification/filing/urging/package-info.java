/** An applicant asks the desk to hurry (催办): once for each submission, and not at once. */
@NullMarked
package io.zizhi.qualification.filing.urging;

import org.jspecify.annotations.NullMarked;
