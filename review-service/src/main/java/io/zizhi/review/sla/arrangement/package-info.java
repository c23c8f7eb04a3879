/**
 * The years of the calendar as an operator sees, checks and loads them, in the form of the file that the service brings
 * along. Loading a year again is a new version of it.
 */
@NullMarked
package io.zizhi.review.sla.arrangement;

import org.jspecify.annotations.NullMarked;
