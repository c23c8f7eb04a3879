package io.zizhi.review.decision.foureyes;

import java.util.List;

/**
 * What this service knows by itself of whether a decision takes a second pair of eyes.
 *
 * @param certain whether it does in any case
 * @param contradicted what it contradicts as far as documents tell, of the qualification and of the letter, so that the
 *     content has to be compared
 */
record Doubt(boolean certain, List<EarlierDecision> contradicted) {

    static final Doubt NONE = new Doubt(false, List.of());
    static final Doubt CERTAIN = new Doubt(true, List.of());

    Doubt {
        contradicted = List.copyOf(contradicted);
    }
}
