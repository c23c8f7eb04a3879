/** Creates an authorization letter as a PDF, ready for seal, signature and date. */
@NullMarked
package io.zizhi.qualification.filing.letterpaper;

import org.jspecify.annotations.NullMarked;
