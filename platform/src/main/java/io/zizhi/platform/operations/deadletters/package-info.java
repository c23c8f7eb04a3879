/** Unreadable records: shown masked, read again from the stored bytes, or discarded by two operators. */
@NullMarked
package io.zizhi.platform.operations.deadletters;

import org.jspecify.annotations.NullMarked;
