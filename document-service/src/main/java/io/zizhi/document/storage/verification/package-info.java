/**
 * Reads stored documents again and compares them with their digests, a bounded number of bytes a day and all documents in
 * turn. Lists the damaged and lost ones for operators.
 */
@NullMarked
package io.zizhi.document.storage.verification;

import org.jspecify.annotations.NullMarked;
