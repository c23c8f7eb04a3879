/**
 * The catalogue that reviewers choose from instead of writing free text: the reasons, the places that they can point
 * to, the kinds of document that can be requested, and canned texts in both languages. Reasons and places are bundled;
 * the desk can add texts of its own.
 */
@NullMarked
package io.zizhi.review.decision.reasons;

import org.jspecify.annotations.NullMarked;
