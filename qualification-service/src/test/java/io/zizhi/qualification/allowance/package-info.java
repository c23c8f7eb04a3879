/** Tests of what accounts may do how often. */
@NullMarked
package io.zizhi.qualification.allowance;

import org.jspecify.annotations.NullMarked;
