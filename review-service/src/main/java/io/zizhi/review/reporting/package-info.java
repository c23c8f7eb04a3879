/**
 * Team metrics over a period for people, and gauges of unfinished work for alerts.
 */
@NullMarked
package io.zizhi.review.reporting;

import org.jspecify.annotations.NullMarked;
