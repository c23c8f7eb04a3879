package io.zizhi.qualification.model.signature;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The timelines that record an act on a signature, each once.
 *
 * @param qualifications qualifications whose timelines record it
 * @param letters letters whose timelines record it
 */
public record Place(Set<Long> qualifications, Set<Long> letters) {

    public static Place of(Signature signature) {
        return between(
                signature.qualificationId(), signature.letterId(), signature.qualificationId(), signature.letterId());
    }

    /** Combines the old and the new place of a moved signature. */
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
