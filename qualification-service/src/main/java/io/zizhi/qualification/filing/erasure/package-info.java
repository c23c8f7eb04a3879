/**
 * The erasure of an account's qualifications and letters: those in review are withdrawn, bound signatures are released,
 * all are deleted, and the personal data of every submitted form is removed.
 */
@NullMarked
package io.zizhi.qualification.filing.erasure;

import org.jspecify.annotations.NullMarked;
