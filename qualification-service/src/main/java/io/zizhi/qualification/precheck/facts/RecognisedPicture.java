package io.zizhi.qualification.precheck.facts;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What document-service recognised in a picture. Recognition may be wrong.
 *
 * @param state state of the recognition; only {@code DONE} has the rest
 * @param form what the picture was read as, for example {@code ID_PORTRAIT}; null unless done
 * @param values the values that were found
 * @param hints reasons to upload another picture
 * @param colour false for a black-and-white picture or copy, and for a dark photo
 * @param redSeal whether something red is where a seal would be
 * @param perceptualHash 16 hexadecimal digits that are similar for pictures that look alike; null unless done
 */
public record RecognisedPicture(
        RecognitionState state,
        @Nullable String form,
        List<Value> values,
        Set<PictureHint> hints,
        boolean colour,
        boolean redSeal,
        @Nullable String perceptualHash) {

    /** Hashes of the same picture, scaled or compressed again, differ in at most this many of 64 bits. */
    private static final int MOST_DIFFERENT_BITS = 8;

    public RecognisedPicture {
        values = List.copyOf(values);
        hints = Set.copyOf(hints);
    }

    /** Returns a picture without a result. */
    public static RecognisedPicture without(RecognitionState state) {
        return new RecognisedPicture(state, null, List.of(), Set.of(), true, false, null);
    }

    public boolean isDone() {
        return state == RecognitionState.DONE;
    }

    public Optional<Value> value(String name) {
        return values.stream().filter(value -> value.name().equals(name)).findFirst();
    }

    /** Returns whether both pictures look alike. All documents of one kind look similar, whatever is printed on them. */
    public boolean looksLike(RecognisedPicture other) {
        return perceptualHash != null
                && other.perceptualHash != null
                && Long.bitCount(Long.parseUnsignedLong(perceptualHash, 16)
                                ^ Long.parseUnsignedLong(other.perceptualHash, 16))
                        <= MOST_DIFFERENT_BITS;
    }

    /** The states of a recognition. */
    public enum RecognitionState {
        /** The kind of document has no known fields, or recognition is switched off. */
        NOT_APPLICABLE,
        /** The picture waits for the malware scan or for a worker. */
        PENDING,
        DONE,
        /** The picture cannot be recognised. */
        FAILED
    }

    /** A reason to upload another picture. */
    public enum PictureHint {
        /** The picture shows the other side of an identity card. */
        OTHER_SIDE,
        /** The picture has little text, or text that is hardly legible. */
        UNREADABLE,
        /** The edge of the picture cuts a text. */
        CROPPED,
        /** A reflection hides a part of the picture. */
        GLARE
    }

    /**
     * A recognised value.
     *
     * @param name of the field, for example {@code idNumber}
     * @param value as recognised; a day is ISO 8601
     * @param confidence 0 to 1
     */
    public record Value(String name, String value, double confidence) {

        /** Omits the value, which may be personal data. */
        @Override
        public String toString() {
            return "Value[" + name + "]";
        }
    }
}
