package io.zizhi.review.decision.foureyes;

import java.util.List;

/**
 * Whether this service's own data suggest that a decision needs a second reviewer.
 *
 * @param certain whether a second reviewer is needed in any case
 * @param contradicted earlier decisions, of the qualification and of the letter, that it contradicts although the
 *     documents match; their content must still be compared
 */
record Doubt(boolean certain, List<EarlierDecision> contradicted) {

    static final Doubt NONE = new Doubt(false, List.of());
    static final Doubt CERTAIN = new Doubt(true, List.of());

    Doubt {
        contradicted = List.copyOf(contradicted);
    }
}
