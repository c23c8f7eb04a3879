package io.zizhi.document.recognition;

import io.zizhi.document.storage.DocumentKind;
import java.util.Optional;

/** What a picture is read as. It determines the names of the fields, see {@code docs/recognition.md}. */
public enum RecognitionForm {
    /** Side of a resident identity card with the portrait. */
    ID_PORTRAIT,
    /** Side of a resident identity card with the national emblem. */
    ID_EMBLEM,
    /** Any other identity document, best effort. */
    OTHER_ID,
    BUSINESS_LICENSE,
    INSTITUTION_CERTIFICATE;

    /** Returns the form to look for in documents of that kind; empty if the kind has no known fields. */
    public static Optional<RecognitionForm> of(DocumentKind kind) {
        return switch (kind) {
            case BUSINESS_LICENSE -> Optional.of(BUSINESS_LICENSE);
            case SOCIAL_CREDIT_CERTIFICATE, INSTITUTION_CERTIFICATE -> Optional.of(INSTITUTION_CERTIFICATE);
            case ID_PORTRAIT -> Optional.of(ID_PORTRAIT);
            case ID_EMBLEM -> Optional.of(ID_EMBLEM);
            case OTHER_CERTIFICATE, AUTHORIZATION_LETTER, MORE_MATERIAL -> Optional.empty();
        };
    }
}
