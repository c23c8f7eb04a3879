/** Compares the metrics of the services with docs/metrics.md. */
@NullMarked
package io.zizhi.e2e.metrics;

import org.jspecify.annotations.NullMarked;
