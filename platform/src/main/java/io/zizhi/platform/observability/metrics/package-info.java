/** Metrics that show whether events and timers are processed on time. */
@NullMarked
package io.zizhi.platform.observability.metrics;

import org.jspecify.annotations.NullMarked;
