/**
 * Everything that a reviewer decides by, in one answer. It is made of sections, of which each is fetched by itself: what
 * cannot be had is said to be unavailable and why, and the rest is shown all the same.
 */
@NullMarked
package io.zizhi.review.casefile.evidence;

import org.jspecify.annotations.NullMarked;
