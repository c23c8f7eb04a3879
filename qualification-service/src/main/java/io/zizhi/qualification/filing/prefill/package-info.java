/**
 * Offers values that were recognised in pictures for the fields of a form. Nothing is filled in: the applicant accepts a
 * value by sending it with the form.
 */
@NullMarked
package io.zizhi.qualification.filing.prefill;

import org.jspecify.annotations.NullMarked;
