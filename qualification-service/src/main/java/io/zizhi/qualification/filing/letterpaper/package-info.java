/** An authorization letter as a paper (PDF) that is filled in and waits for seal, signature and date. */
@NullMarked
package io.zizhi.qualification.filing.letterpaper;

import org.jspecify.annotations.NullMarked;
