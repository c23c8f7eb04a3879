/**
 * Aggregates parked at an event that could not be applied, and held events.
 *
 * <p>Only the later events of the parked aggregate wait. The rest of the topic is processed.
 */
@NullMarked
package io.zizhi.platform.operations.parked;

import org.jspecify.annotations.NullMarked;
