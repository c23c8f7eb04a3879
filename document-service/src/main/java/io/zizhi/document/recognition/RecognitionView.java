package io.zizhi.document.recognition;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was recognised in the picture of a document. Values are suggestions and may be wrong.
 *
 * @param documentId 32 hexadecimal digits
 * @param status state of the recognition; only {@code DONE} has fields, hints and facts
 * @param form what the picture was read as; absent unless done. {@code ID_PORTRAIT} has the fields {@code name, sex,
 *     ethnicity, birthDate, address, idNumber}; {@code ID_EMBLEM} has {@code authority, validFrom, validTo}; {@code
 *     OTHER_ID} has {@code name, number, validFrom, validTo}; {@code BUSINESS_LICENSE} has {@code creditCode, name, type,
 *     legalRepresentative, address, establishedOn, validFrom, validTo}; {@code INSTITUTION_CERTIFICATE} has {@code
 *     creditCode, name, legalRepresentative, address, validFrom, validTo}
 * @param fields the fields that were found
 * @param hints reasons to upload another picture; a hint may be wrong
 * @param confidence mean confidence of all characters in the picture, 0 to 1; absent unless done
 * @param colour false for a black-and-white picture or copy, which needs a red seal; absent unless done
 * @param redSeal whether something red is in the lower half of the picture, as a seal would be; absent unless done
 * @param width width in pixels of the picture that the boxes refer to; absent unless done and known
 * @param height its height in pixels; absent like the width
 * @param failure why recognition failed, for example {@code UNDECODABLE}; absent unless failed
 * @param recognisedAt when the result was recorded; absent without a result
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RecognitionView(
        String documentId,
        RecognitionStatus status,
        @Nullable RecognitionForm form,
        List<RecognisedField> fields,
        List<RecognitionHint> hints,
        @Nullable Double confidence,
        @Nullable Boolean colour,
        @Nullable Boolean redSeal,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable String failure,
        @Nullable Instant recognisedAt) {

    /** Shows a document whose recognition is not done. */
    static RecognitionView without(String documentId, RecognitionStatus status, @Nullable Recognition recognition) {
        return new RecognitionView(
                documentId,
                status,
                null,
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                status == RecognitionStatus.FAILED && recognition != null ? recognition.failure() : null,
                recognition == null ? null : recognition.endedAt());
    }

    static RecognitionView done(Recognition recognition, RecognisedPicture picture) {
        PictureSize size = recognition.size();
        return new RecognitionView(
                recognition.documentId(),
                recognition.status(),
                picture.form(),
                picture.fields(),
                picture.hints(),
                picture.confidence(),
                picture.colour(),
                picture.redSeal(),
                size == null ? null : size.width(),
                size == null ? null : size.height(),
                null,
                recognition.endedAt());
    }
}
