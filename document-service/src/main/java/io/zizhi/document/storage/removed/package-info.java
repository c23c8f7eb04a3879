/** The evidence of removed documents: what was removed, when, and by which rule. It contains no personal data. */
@NullMarked
package io.zizhi.document.storage.removed;

import org.jspecify.annotations.NullMarked;
