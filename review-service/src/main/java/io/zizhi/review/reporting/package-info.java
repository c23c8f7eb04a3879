/**
 * How the desk does: figures over a period for people, and gauges of what is unfinished for alerts.
 */
@NullMarked
package io.zizhi.review.reporting;

import org.jspecify.annotations.NullMarked;
