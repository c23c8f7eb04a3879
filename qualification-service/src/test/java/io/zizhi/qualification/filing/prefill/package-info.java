/** Tests of recognised values that are offered for a form. */
@NullMarked
package io.zizhi.qualification.filing.prefill;

import org.jspecify.annotations.NullMarked;
