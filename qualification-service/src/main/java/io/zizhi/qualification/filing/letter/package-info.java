/** Applicants' operations on an authorization letter before its submission and after its decision. */
@NullMarked
package io.zizhi.qualification.filing.letter;

import org.jspecify.annotations.NullMarked;
