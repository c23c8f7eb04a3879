/** Metrics that show whether events and timers flow. */
@NullMarked
package io.zizhi.platform.observability.metrics;

import org.jspecify.annotations.NullMarked;
