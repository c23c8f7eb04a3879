/**
 * Finds qualifications with the same persons or the same company, which reviewers compare with a submission. The
 * answers contain no personal data of other accounts.
 */
@NullMarked
package io.zizhi.qualification.reviewapi.related;

import org.jspecify.annotations.NullMarked;
