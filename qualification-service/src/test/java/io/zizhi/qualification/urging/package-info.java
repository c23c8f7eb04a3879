/** Tests of the feature of the same name. */
@NullMarked
package io.zizhi.qualification.urging;

import org.jspecify.annotations.NullMarked;
