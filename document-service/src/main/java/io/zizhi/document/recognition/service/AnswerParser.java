package io.zizhi.document.recognition.service;

import com.fasterxml.jackson.databind.JsonNode;
import io.zizhi.document.recognition.PictureSize;
import io.zizhi.document.recognition.Reading;
import io.zizhi.document.recognition.Reading.Done;
import io.zizhi.document.recognition.RecognisedField;
import io.zizhi.document.recognition.RecognisedField.Box;
import io.zizhi.document.recognition.RecognisedPicture;
import io.zizhi.document.recognition.RecognitionForm;
import io.zizhi.document.recognition.RecognitionHint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Reads the answer of a worker or service. A wrong value anywhere makes the whole answer unreadable. Unknown fields and
 * unknown hints are ignored.
 */
final class AnswerParser {

    private static final int MOST_FIELDS = 50;
    private static final int LONGEST_VALUE = 500;
    private static final int LARGEST_COORDINATE = 100_000;

    private static final Pattern NAME = Pattern.compile("[a-z][a-zA-Z]{0,39}");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{16}");

    private AnswerParser() {}

    static Optional<Reading> parse(JsonNode answer) {
        Optional<RecognitionForm> form = named(RecognitionForm.values(), answer.path("form"));
        Optional<List<RecognisedField>> fields = fields(answer.path("fields"));
        JsonNode hints = answer.path("hints");
        JsonNode hash = answer.path("perceptualHash");
        if (form.isEmpty()
                || fields.isEmpty()
                || !hints.isArray()
                || !isShare(answer.path("confidence"))
                || !answer.path("colour").isBoolean()
                || !answer.path("redSeal").isBoolean()
                || !HASH.matcher(hash.asText()).matches()
                || !isSizeOrMissing(answer)) {
            return Optional.empty();
        }
        RecognisedPicture picture = new RecognisedPicture(
                form.get(),
                fields.get(),
                elements(hints)
                        .flatMap(hint -> named(RecognitionHint.values(), hint).stream())
                        .distinct()
                        .toList(),
                answer.path("confidence").asDouble(),
                answer.path("colour").asBoolean(),
                answer.path("redSeal").asBoolean(),
                hash.asText());
        return Optional.of(new Done(picture, size(answer)));
    }

    /** The size may be missing: services of the first version of the contract do not report it. */
    private static boolean isSizeOrMissing(JsonNode answer) {
        JsonNode width = answer.path("width");
        JsonNode height = answer.path("height");
        return (isMissing(width) && isMissing(height)) || (isLength(width) && isLength(height));
    }

    private static boolean isLength(JsonNode number) {
        return isCoordinate(number) && number.asInt() > 0;
    }

    private static @Nullable PictureSize size(JsonNode answer) {
        JsonNode width = answer.path("width");
        return isMissing(width)
                ? null
                : new PictureSize(width.asInt(), answer.path("height").asInt());
    }

    private static boolean isMissing(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    private static Optional<List<RecognisedField>> fields(JsonNode array) {
        if (!array.isArray() || array.size() > MOST_FIELDS) {
            return Optional.empty();
        }
        List<RecognisedField> fields = new ArrayList<>();
        elements(array).forEach(field -> field(field).ifPresent(fields::add));
        return fields.size() == array.size() ? Optional.of(fields) : Optional.empty();
    }

    private static Optional<RecognisedField> field(JsonNode field) {
        String name = field.path("name").asText();
        JsonNode value = field.path("value");
        JsonNode confirmed = field.path("confirmed");
        JsonNode box = field.path("box");
        boolean readable = NAME.matcher(name).matches()
                && value.isTextual()
                && isLine(value.asText())
                && isShare(field.path("confidence"))
                && (isMissing(confirmed) || confirmed.isBoolean())
                && Stream.of("x", "y", "width", "height").allMatch(side -> isCoordinate(box.path(side)));
        return readable
                ? Optional.of(new RecognisedField(
                        name,
                        value.asText(),
                        field.path("confidence").asDouble(),
                        confirmed.isBoolean() ? confirmed.asBoolean() : null,
                        new Box(
                                box.path("x").asInt(),
                                box.path("y").asInt(),
                                box.path("width").asInt(),
                                box.path("height").asInt())))
                : Optional.empty();
    }

    private static boolean isLine(String value) {
        return !value.isBlank()
                && value.length() <= LONGEST_VALUE
                && value.chars().noneMatch(Character::isISOControl);
    }

    private static boolean isShare(JsonNode number) {
        return number.isNumber() && number.asDouble() >= 0 && number.asDouble() <= 1;
    }

    private static boolean isCoordinate(JsonNode number) {
        return number.isInt() && number.asInt() >= 0 && number.asInt() <= LARGEST_COORDINATE;
    }

    private static <E extends Enum<E>> Optional<E> named(E[] values, JsonNode name) {
        return Arrays.stream(values)
                .filter(value -> value.name().equals(name.asText()))
                .findFirst();
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
