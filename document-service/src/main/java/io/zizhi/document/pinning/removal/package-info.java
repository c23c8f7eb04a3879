/** Deletes documents that no submission protects. The row is removed first, and its object afterwards. */
@NullMarked
package io.zizhi.document.pinning.removal;

import org.jspecify.annotations.NullMarked;
