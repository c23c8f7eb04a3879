/**
 * The years of the calendar, which operators view, preview and load in the format of the bundled file. Loading a year
 * again creates a new version of it.
 */
@NullMarked
package io.zizhi.review.sla.arrangement;

import org.jspecify.annotations.NullMarked;
