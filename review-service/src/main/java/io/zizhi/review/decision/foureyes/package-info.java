/**
 * Decides when a decision needs a second reviewer (双人复核): because of the owner type, or because it is an overturn. The
 * desk's settings enable each of the two; both are off by default.
 *
 * <p>Qualifications and letters are checked separately. A letter may be rejected with its qualification and later
 * approved alone, or the reverse: this is an overturn of the letter's decision.
 *
 * <p>An overturn is a decision that contradicts the last one on the same content: one of the two approves, the other
 * does not, and the compared content is unchanged. Fields that are new in every submission (consent, phone
 * verification, scan) are ignored. Documents are compared first, because that needs no call to another service.
 */
@NullMarked
package io.zizhi.review.decision.foureyes;

import org.jspecify.annotations.NullMarked;
