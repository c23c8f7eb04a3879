/**
 * When a decision takes a second pair of eyes: by the kind of owner, or because it is an overturn. Which of them counts is
 * the policy of a desk; neither does by default.
 *
 * <p>Qualifications and letters are looked at each for themselves: a letter that was rejected beside its qualification and is
 * approved alone, or the other way round, is an overturn of the letter's decision.
 *
 * <p>An overturn is a decision that contradicts the last one on the same content: one of both approves and the other does
 * not, and nothing that is judged was changed in between. What every submission brings anew (consent, the verification of
 * a phone, a scan) is no change; documents are compared first, because that takes no question to another service.
 */
@NullMarked
package io.zizhi.review.decision.foureyes;

import org.jspecify.annotations.NullMarked;
