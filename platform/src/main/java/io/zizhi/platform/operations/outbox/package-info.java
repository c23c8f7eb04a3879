/** The outbox as an operator sees it: what has not been sent and why, and sending again what was. */
@NullMarked
package io.zizhi.platform.operations.outbox;

import org.jspecify.annotations.NullMarked;
