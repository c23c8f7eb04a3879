/** Encryption of personal fields and documents, and the blind index that finds encrypted values. */
@NullMarked
package io.zizhi.platform.privacy.encryption;

import org.jspecify.annotations.NullMarked;
