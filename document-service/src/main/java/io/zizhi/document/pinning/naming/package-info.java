/** Finds documents of an account by their file names. Sheets use names instead of ids. */
@NullMarked
package io.zizhi.document.pinning.naming;

import org.jspecify.annotations.NullMarked;
