package io.zizhi.review.secondeyes;

import org.jspecify.annotations.Nullable;

/**
 * What this service knows by itself of whether a decision takes a second pair of eyes.
 *
 * @param certain whether it does in any case
 * @param contradicted what it contradicts as far as documents tell, so that the content has to be compared; null where
 *     nothing
 */
record Doubt(boolean certain, @Nullable EarlierDecision contradicted) {

    static final Doubt NONE = new Doubt(false, null);
    static final Doubt CERTAIN = new Doubt(true, null);
}
