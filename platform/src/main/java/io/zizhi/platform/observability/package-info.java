/**
 * Logs, metrics and traces, without personal data and with a bound on their series.
 */
@NullMarked
package io.zizhi.platform.observability;

import org.jspecify.annotations.NullMarked;
