/**
 * What a reviewer chooses from instead of writing prose: the reasons, the places that they can point to, the kinds of
 * document that can be asked for, and ready-made texts in both languages. Reasons and places are bundled; the operators of
 * a desk add texts of their own.
 */
@NullMarked
package io.zizhi.review.decision.reasons;

import org.jspecify.annotations.NullMarked;
