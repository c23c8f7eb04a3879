/** Tests of what accounts may do how often. */
@NullMarked
package io.zizhi.qualification.account.allowance;

import org.jspecify.annotations.NullMarked;
