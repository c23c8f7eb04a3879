/** Logs, metrics and traces, without personal data and with a limited number of series. */
@NullMarked
package io.zizhi.platform.observability;

import org.jspecify.annotations.NullMarked;
