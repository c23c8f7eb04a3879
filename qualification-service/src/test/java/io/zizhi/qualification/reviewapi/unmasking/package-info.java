/** Tests of revealing masked fields. */
@NullMarked
package io.zizhi.qualification.reviewapi.unmasking;

import org.jspecify.annotations.NullMarked;
