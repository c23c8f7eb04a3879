/**
 * Aggregates parked at an event that could not be applied, and held events.
 *
 * <p>The rest of the topic continues. Only the parked aggregate waits, and with it all its later events.
 */
@NullMarked
package io.zizhi.platform.operations.parked;

import org.jspecify.annotations.NullMarked;
