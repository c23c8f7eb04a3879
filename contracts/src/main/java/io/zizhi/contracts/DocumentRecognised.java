package io.zizhi.contracts;

import java.time.Instant;
import java.util.List;

/**
 * The recognition of a picture has ended. The event says nothing about the person or company in the picture: services of
 * the suite read the fields from the internal endpoint {@code getRecognition} of document-service.
 *
 * @param documentId 128 random bits, as 32 hexadecimal digits
 * @param accountId owner
 * @param kind kind of document, for example {@code ID_PORTRAIT}
 * @param status {@code DONE} or {@code FAILED}
 * @param hints reasons to upload another picture, for example {@code OTHER_SIDE}; empty if there are none or recognition
 *     failed. New hints may be added
 * @param recognisedAt when the result was recorded
 */
public record DocumentRecognised(
        String documentId, String accountId, String kind, String status, List<String> hints, Instant recognisedAt)
        implements DocumentEvent {

    public DocumentRecognised {
        hints = List.copyOf(hints);
    }
}
