/** Tests of the feature of the same name. */
@NullMarked
package io.zizhi.qualification.filing.urging;

import org.jspecify.annotations.NullMarked;
