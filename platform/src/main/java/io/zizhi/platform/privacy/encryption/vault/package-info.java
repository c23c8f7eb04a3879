/** A master key in HashiCorp Vault's Transit engine, reached over HTTP. */
@NullMarked
package io.zizhi.platform.privacy.encryption.vault;

import org.jspecify.annotations.NullMarked;
