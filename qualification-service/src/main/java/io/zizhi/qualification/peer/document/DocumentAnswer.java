package io.zizhi.qualification.peer.document;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer of document-service to a {@link DocumentQuestion}.
 *
 * @param documents in the order of the question
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record DocumentAnswer(List<CheckedDocument> documents) {

    /**
     * The state of one document.
     *
     * @param documentId id of the document
     * @param status AVAILABLE, PENDING_SCAN, QUARANTINED, NOT_FOUND or WRONG_KIND
     * @param kind kind of document; null if it was not found
     * @param sha256 hexadecimal digest of its bytes; null if it was not found
     * @param colour whether a picture has colours; null if unknown
     * @param recognition what was recognised in the picture; null unless asked for, and from an older document-service
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record CheckedDocument(
            String documentId,
            String status,
            @Nullable String kind,
            @Nullable String sha256,
            @Nullable Boolean colour,
            @Nullable Recognition recognition) {}

    /**
     * What was recognised in a picture.
     *
     * @param status NOT_APPLICABLE, WAITING, RUNNING, DONE or FAILED
     * @param form what the picture was read as; null unless done
     * @param fields the fields that were found; null or empty unless done
     * @param hints names of reasons to upload another picture; null or empty unless done
     * @param colour whether the picture has colours; null unless done
     * @param redSeal whether something red is where a seal would be; null unless done
     * @param perceptualHash 16 hexadecimal digits that are similar for pictures that look alike; null unless done
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Recognition(
            String status,
            @Nullable String form,
            @Nullable List<Value> fields,
            @Nullable List<String> hints,
            @Nullable Boolean colour,
            @Nullable Boolean redSeal,
            @Nullable String perceptualHash) {}

    /**
     * A recognised field.
     *
     * @param name of the field, for example {@code idNumber}
     * @param value text without spaces; a day is ISO 8601
     * @param confidence 0 to 1
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Value(String name, String value, double confidence) {

        /** Omits the value, which may be personal data. */
        @Override
        public String toString() {
            return "Value[" + name + "]";
        }
    }
}
