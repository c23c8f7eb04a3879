/** Tests of per-account allowances. */
@NullMarked
package io.zizhi.qualification.account.allowance;

import org.jspecify.annotations.NullMarked;
