/**
 * What an applicant fills in: the fields of a qualification, their types and limits. A draft may be incomplete and may
 * be wrong; whether it is good enough to be submitted is for the pre-check to say.
 */
@NullMarked
package io.zizhi.qualification.form;

import org.jspecify.annotations.NullMarked;
