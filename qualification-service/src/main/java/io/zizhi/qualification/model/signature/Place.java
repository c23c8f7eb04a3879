package io.zizhi.qualification.model.signature;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where an act on a signature is told: once in the history of each that it concerns.
 *
 * @param qualifications whose timelines
 * @param letters whose timelines
 */
public record Place(Set<Long> qualifications, Set<Long> letters) {

    public static Place of(Signature signature) {
        return between(
                signature.qualificationId(), signature.letterId(), signature.qualificationId(), signature.letterId());
    }

    /** From where it moves to where. */
    public static Place between(long from, @Nullable Long fromLetter, long to, @Nullable Long toLetter) {
        Set<Long> qualifications = new HashSet<>();
        qualifications.add(from);
        qualifications.add(to);
        Set<Long> letters = new HashSet<>();
        if (fromLetter != null) {
            letters.add(fromLetter);
        }
        if (toLetter != null) {
            letters.add(toLetter);
        }
        return new Place(Set.copyOf(qualifications), Set.copyOf(letters));
    }
}
