package io.zizhi.document.recognition;

import java.util.List;

/**
 * What was read in a picture. Stored encrypted, as JSON.
 *
 * <p>Do not add a component: older replicas refuse a result with an unknown field, so a rollback would make results of
 * this version unreadable. Store values without personal data in columns, like {@link PictureSize}.
 *
 * @param form what it was read as
 * @param fields the fields that were found
 * @param hints reasons to upload another picture
 * @param confidence mean confidence of all characters, 0 to 1
 * @param colour whether the picture has colours
 * @param redSeal whether something red is in the lower half
 * @param perceptualHash 16 hexadecimal digits
 */
public record RecognisedPicture(
        RecognitionForm form,
        List<RecognisedField> fields,
        List<RecognitionHint> hints,
        double confidence,
        boolean colour,
        boolean redSeal,
        String perceptualHash) {

    public RecognisedPicture {
        fields = List.copyOf(fields);
        hints = List.copyOf(hints);
    }
}
