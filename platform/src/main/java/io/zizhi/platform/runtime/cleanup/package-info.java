/** Continuously deletes outdated rows in small batches, so that no table grows forever. */
@NullMarked
package io.zizhi.platform.runtime.cleanup;

import org.jspecify.annotations.NullMarked;
