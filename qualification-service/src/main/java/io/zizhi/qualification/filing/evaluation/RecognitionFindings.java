package io.zizhi.qualification.filing.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.qualification.form.DocumentUse;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.form.RecognisedValue;
import io.zizhi.qualification.precheck.facts.DocumentState;
import io.zizhi.qualification.precheck.facts.Facts;
import io.zizhi.qualification.precheck.facts.RecognisedPicture;
import io.zizhi.qualification.precheck.facts.RecognisedPicture.PictureHint;
import io.zizhi.qualification.precheck.facts.RecognisedPicture.RecognitionState;
import io.zizhi.qualification.precheck.recognition.ComparedValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What recognition found in the pictures of a submission, for its reviewer.
 *
 * @param pictures the pictures that recognition can read
 * @param differences values that differ from the form; stored apart and encrypted, so this list is stored empty
 */
public record RecognitionFindings(List<PictureFinding> pictures, List<DifferenceFinding> differences) {

    public RecognitionFindings {
        pictures = List.copyOf(pictures);
        differences = List.copyOf(differences);
    }

    /** Returns the findings without differences; null if recognition reads no picture of the form. */
    static @Nullable RecognitionFindings of(QualificationForm form, Facts facts) {
        Map<String, DocumentState> documents = facts.documents().orElse(Map.of());
        List<PictureFinding> pictures = form.documents().stream()
                .flatMap(use -> picture(use, documents))
                .toList();
        return pictures.isEmpty() ? null : new RecognitionFindings(pictures, List.of());
    }

    /** Returns the findings with these values, masked for reviewers. */
    RecognitionFindings with(List<ComparedValue> values) {
        return new RecognitionFindings(
                pictures, values.stream().map(DifferenceFinding::from).toList());
    }

    private static Stream<PictureFinding> picture(DocumentUse use, Map<String, DocumentState> documents) {
        return Optional.ofNullable(documents.get(use.documentId())).map(DocumentState::picture).stream()
                .filter(picture -> picture.state() != RecognitionState.NOT_APPLICABLE)
                .map(picture -> PictureFinding.from(use, picture));
    }

    /**
     * A picture of the submission.
     *
     * @param pointer JSON pointer to the field of the form
     * @param documentId its document
     * @param status state of the recognition when the form was submitted
     * @param hints what may be wrong with the picture; a hint may be wrong
     * @param colour whether the picture has colours; absent unless done
     * @param redSeal whether something red is where a seal would be; absent unless done
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PictureFinding(
            String pointer,
            String documentId,
            RecognitionState status,
            List<PictureHint> hints,
            @Nullable Boolean colour,
            @Nullable Boolean redSeal) {

        private static PictureFinding from(DocumentUse use, RecognisedPicture picture) {
            return new PictureFinding(
                    use.pointer(),
                    use.documentId(),
                    picture.state(),
                    picture.hints().stream().sorted().toList(),
                    picture.isDone() ? picture.colour() : null,
                    picture.isDone() ? picture.redSeal() : null);
        }
    }

    /**
     * A recognised value that differs from the form.
     *
     * @param pointer JSON pointer to the field of the form
     * @param recognised the recognised value, masked like the field
     * @param differsAt positions at which it differs from the value in the form, because both may look the same when
     *     masked: code points from 0, without spaces and punctuation; at most the first 20
     * @param confidence confidence of the recognition, 0 to 1
     * @param documentId document with the picture
     */
    public record DifferenceFinding(
            String pointer, String recognised, List<Integer> differsAt, double confidence, String documentId) {

        public DifferenceFinding {
            differsAt = List.copyOf(differsAt);
        }

        private static DifferenceFinding from(ComparedValue compared) {
            RecognisedValue value = compared.recognised();
            return new DifferenceFinding(
                    value.pointer(), value.forReviewer(), compared.differsAt(), value.confidence(), value.documentId());
        }

        /** Omits the value, which is masked only in part. */
        @Override
        public String toString() {
            return "DifferenceFinding[" + pointer + "]";
        }
    }
}
