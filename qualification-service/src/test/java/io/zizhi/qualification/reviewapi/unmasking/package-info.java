/** Tests of fields in plain text. */
@NullMarked
package io.zizhi.qualification.reviewapi.unmasking;

import org.jspecify.annotations.NullMarked;
