package io.zizhi.recognition;

import java.util.List;
import java.util.Optional;

/**
 * The fields found in a picture.
 *
 * @param confidence mean confidence of all characters of the picture, 0 to 1; below 0.6 the picture is hardly legible
 */
public record Recognition(List<RecognizedField> fields, double confidence) {

    public Recognition {
        fields = List.copyOf(fields);
    }

    public Optional<RecognizedField> field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }
}
