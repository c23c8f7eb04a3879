/**
 * The work that is not finished, at this moment: how much of it, how old, how far its clock has got and what nobody has
 * touched yet, for the metrics and for the console.
 */
@NullMarked
package io.zizhi.review.openwork;

import org.jspecify.annotations.NullMarked;
