package io.zizhi.qualification.precheck.recognition;

import io.zizhi.qualification.precheck.facts.RecognisedPicture;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/** Decides whether two pictures show the same document. */
public final class PictureComparison {

    private PictureComparison() {}

    /**
     * Returns whether both pictures look alike and no value contradicts. Two documents of one kind always look alike, so
     * at least one common value must be the same on both, and none may differ.
     */
    public static boolean showTheSame(RecognisedPicture one, RecognisedPicture other) {
        if (!one.looksLike(other)) {
            return false;
        }
        List<Boolean> agreements = one.values().stream()
                .map(value -> other.value(value.name()).map(found -> agree(value, found)))
                .flatMap(Optional::stream)
                .toList();
        boolean sameKind = Objects.equals(one.form(), other.form());
        return agreements.stream().allMatch(Predicate.isEqual(true)) && !(sameKind && agreements.isEmpty());
    }

    private static boolean agree(RecognisedPicture.Value one, RecognisedPicture.Value other) {
        return ComparedValue.normalised(one.value()).equals(ComparedValue.normalised(other.value()));
    }
}
