package io.zizhi.document.recognition;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The recognition of a document, as services of the suite see it.
 *
 * @param recognition what the owner sees
 * @param sha256 hexadecimal digest of the file as uploaded; two documents with the same digest are the same file
 * @param perceptualHash 16 hexadecimal digits that stay similar when the picture is scaled or compressed again: two
 *     pictures whose hashes differ in at most 8 of 64 bits probably show the same; absent unless done
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PeerRecognitionView(
        RecognitionView recognition,
        String sha256,
        @Nullable String perceptualHash) {

    static PeerRecognitionView from(FoundRecognition found) {
        return new PeerRecognitionView(
                found.view(),
                found.document().uploadedSha256(),
                found.picture() == null ? null : found.picture().perceptualHash());
    }
}
