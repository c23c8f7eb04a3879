package io.zizhi.qualification.precheck.facts;

import io.zizhi.qualification.precheck.facts.RecognisedPicture.PictureHint;
import io.zizhi.qualification.precheck.facts.RecognisedPicture.RecognitionState;
import io.zizhi.qualification.precheck.facts.RecognisedPicture.Value;
import java.util.List;
import java.util.Set;

/** Builds recognised pictures for tests. */
public final class PictureMother {

    public static final String HASH = "00f0a1b2c3d4e5f6";

    private PictureMother() {}

    /** Returns a coloured picture with these values. */
    public static RecognisedPicture showing(String form, Value... values) {
        return new RecognisedPicture(RecognitionState.DONE, form, List.of(values), Set.of(), true, false, null);
    }

    /** Returns a picture with this perceptual hash and these values. */
    public static RecognisedPicture hashed(String form, String hash, Value... values) {
        return new RecognisedPicture(RecognitionState.DONE, form, List.of(values), Set.of(), true, false, hash);
    }

    public static RecognisedPicture hinting(PictureHint... hints) {
        return new RecognisedPicture(RecognitionState.DONE, "ID_EMBLEM", List.of(), Set.of(hints), true, false, null);
    }

    /** Returns a black-and-white picture. */
    public static RecognisedPicture copy(boolean redSeal) {
        return new RecognisedPicture(
                RecognitionState.DONE, "BUSINESS_LICENSE", List.of(), Set.of(), false, redSeal, null);
    }

    /** Returns a value that was recognised with certainty. */
    public static Value value(String name, String value) {
        return new Value(name, value, 0.99);
    }
}
