/**
 * Checks whether an account may use documents in a form, and whether they are usable. A check restarts the removal
 * period of unused documents.
 */
@NullMarked
package io.zizhi.document.pinning.check;

import org.jspecify.annotations.NullMarked;
