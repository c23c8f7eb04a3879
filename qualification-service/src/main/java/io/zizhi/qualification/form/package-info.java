/**
 * The form that an applicant fills in: the fields of a qualification, their types and limits. A draft may be incomplete
 * or wrong; the pre-check decides whether it can be submitted.
 */
@NullMarked
package io.zizhi.qualification.form;

import org.jspecify.annotations.NullMarked;
