package io.zizhi.document.recognition.queue;

import io.zizhi.document.recognition.Recognition;
import io.zizhi.document.recognition.RecognitionForm;
import io.zizhi.document.storage.Document;
import org.jspecify.annotations.Nullable;

/**
 * A picture that this replica has read.
 *
 * @param document the document
 * @param form what to look for
 * @param number number of the claim; a result of an earlier claim no longer counts
 * @param identicalTo id of a document with the same bytes whose result can be used; null if there is none
 */
record RecognitionClaim(
        Document document,
        RecognitionForm form,
        int number,
        @Nullable String identicalTo) {

    static RecognitionClaim from(
            Document document, RecognitionForm form, Recognition recognition, @Nullable String identicalTo) {
        return new RecognitionClaim(document, form, recognition.claims(), identicalTo);
    }
}
