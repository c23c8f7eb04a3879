package io.zizhi.document.recognition;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was recognised in a picture, without the places of the values. For a service that compares it with a form. Values
 * are personal data: do not log them.
 *
 * @param status state of the recognition; only {@code DONE} has fields, hints and facts
 * @param form what the picture was read as; absent unless done
 * @param fields the fields that were found
 * @param hints reasons to upload another picture; a hint may be wrong
 * @param colour false for a black-and-white picture or copy; absent unless done
 * @param redSeal whether something red is in the lower half of the picture, as a seal would be; absent unless done
 * @param perceptualHash 16 hexadecimal digits: two pictures whose hashes differ in at most 8 of 64 bits look alike; absent
 *     unless done
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RecognitionFacts(
        RecognitionStatus status,
        @Nullable RecognitionForm form,
        List<Value> fields,
        List<RecognitionHint> hints,
        @Nullable Boolean colour,
        @Nullable Boolean redSeal,
        @Nullable String perceptualHash) {

    static RecognitionFacts from(FoundRecognition found) {
        RecognisedPicture picture = found.picture();
        return picture == null
                ? new RecognitionFacts(found.status(), null, List.of(), List.of(), null, null, null)
                : new RecognitionFacts(
                        found.status(),
                        picture.form(),
                        picture.fields().stream().map(Value::from).toList(),
                        picture.hints(),
                        picture.colour(),
                        picture.redSeal(),
                        picture.perceptualHash());
    }

    /**
     * A value as printed on the document.
     *
     * @param name of the field, for example {@code idNumber}; the form determines the names
     * @param value text without spaces; a date is ISO 8601, and a long-term validity ends 2099-12-31
     * @param confidence 0 to 1; halved if a check failed
     */
    public record Value(String name, String value, double confidence) {

        static Value from(RecognisedField field) {
            return new Value(field.name(), field.value(), field.confidence());
        }

        /** Hides the value, which may be personal data. */
        @Override
        public String toString() {
            return name + "[" + value.length() + " characters]";
        }
    }
}
