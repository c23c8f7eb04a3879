/**
 * Ends what nobody needs any more: documents that no submission uses are removed a while after they were uploaded or last
 * checked for a draft. The way to deletion is the same as for their owners.
 */
@NullMarked
package io.zizhi.document.retention;

import org.jspecify.annotations.NullMarked;
