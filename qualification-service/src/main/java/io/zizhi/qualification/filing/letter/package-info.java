/** What an applicant does with an authorization letter before it is submitted and after it was decided. */
@NullMarked
package io.zizhi.qualification.filing.letter;

import org.jspecify.annotations.NullMarked;
