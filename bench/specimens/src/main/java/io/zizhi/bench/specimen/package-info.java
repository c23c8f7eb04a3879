/**
 * Draws specimen documents and degrades their pictures, to measure and test recognition. A specimen is computed from a
 * seed, an index and a font, so that every run draws the same pictures. Names, numbers and addresses are random, and
 * every picture is marked as a specimen.
 *
 * <p>The strengths of the degradations were fixed before recognition was tuned. Tuning uses {@link FontSet#TUNING};
 * published figures use another seed and {@link FontSet#PUBLISHED}.
 */
@NullMarked
package io.zizhi.bench.specimen;

import org.jspecify.annotations.NullMarked;
