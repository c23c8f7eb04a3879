/** Tests of fields in plain text. */
@NullMarked
package io.zizhi.qualification.unmasking;

import org.jspecify.annotations.NullMarked;
