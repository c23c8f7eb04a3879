/**
 * What an applicant does with a qualification before it is submitted and after it was decided: draft, edit, reuse,
 * discard an amendment, delete.
 */
@NullMarked
package io.zizhi.qualification.filing.draft;

import org.jspecify.annotations.NullMarked;
