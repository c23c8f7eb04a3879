/**
 * Shows documents: to their owner, and to a reviewer who holds a live claim on a review that needs them and says why.
 * The order is fixed: may you, is there memory for it, the audit row is committed, then the bytes. When review-service cannot be asked, nobody
 * but the owner sees anything.
 */
@NullMarked
package io.zizhi.document.viewing;

import org.jspecify.annotations.NullMarked;
