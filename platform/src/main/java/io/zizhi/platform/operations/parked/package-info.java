/**
 * Aggregates that stopped at an event which could not be applied, and the events that are kept back.
 *
 * <p>The rest of the topic goes on; only the aggregate waits, and with it every later event about it.
 */
@NullMarked
package io.zizhi.platform.operations.parked;

import org.jspecify.annotations.NullMarked;
