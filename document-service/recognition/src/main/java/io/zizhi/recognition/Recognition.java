package io.zizhi.recognition;

import io.zizhi.recognition.picture.PictureFacts;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The fields found in a picture, and what else it shows.
 *
 * @param form what the picture was read as: the wanted form, or {@code OTHER_ID} if it shows another identity document
 * @param confidence mean confidence of all characters of the picture, 0 to 1; below 0.6 the picture is hardly legible
 */
public record Recognition(
        DocumentForm form, List<RecognizedField> fields, double confidence, Set<Hint> hints, PictureFacts picture) {

    public Recognition {
        fields = List.copyOf(fields);
        hints = Set.copyOf(hints);
    }

    public Optional<RecognizedField> field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }
}
