/** Shows operators the outbox: unsent events with the reason. Resends sent events on request. */
@NullMarked
package io.zizhi.platform.operations.outbox;

import org.jspecify.annotations.NullMarked;
