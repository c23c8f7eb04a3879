/** The proof of erasures, for auditors. */
@NullMarked
package io.zizhi.platform.operations.erasures;

import org.jspecify.annotations.NullMarked;
