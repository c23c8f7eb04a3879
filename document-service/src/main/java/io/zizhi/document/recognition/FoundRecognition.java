package io.zizhi.document.recognition;

import io.zizhi.document.storage.Document;
import org.jspecify.annotations.Nullable;

/**
 * A document with its recognition.
 *
 * @param recognition null if the document is not recognised
 * @param picture the decrypted result; null unless recognition is done
 */
record FoundRecognition(
        Document document,
        @Nullable Recognition recognition,
        @Nullable RecognisedPicture picture) {

    RecognitionStatus status() {
        return recognition == null ? RecognitionStatus.NOT_APPLICABLE : recognition.status();
    }

    RecognitionView view() {
        return recognition == null || picture == null
                ? RecognitionView.without(document.id(), status(), recognition)
                : RecognitionView.done(recognition, picture);
    }
}
