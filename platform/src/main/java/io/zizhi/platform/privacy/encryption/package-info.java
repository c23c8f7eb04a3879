/** Encryption of personal fields and of documents, and the blind index that finds an encrypted value again. */
@NullMarked
package io.zizhi.platform.privacy.encryption;

import org.jspecify.annotations.NullMarked;
