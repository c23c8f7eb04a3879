/** The outbox for operators: unsent events with the reason, and resending of sent ones. */
@NullMarked
package io.zizhi.platform.operations.outbox;

import org.jspecify.annotations.NullMarked;
