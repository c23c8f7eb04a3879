package io.zizhi.qualification.filing.prefill;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.qualification.form.DocumentUse;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.form.RecognisedValue;
import io.zizhi.qualification.precheck.facts.DocumentState;
import io.zizhi.qualification.precheck.facts.RecognisedPicture;
import io.zizhi.qualification.precheck.recognition.ComparedValue;
import io.zizhi.qualification.precheck.recognition.ComparedValues;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Values recognised in the pictures of a form.
 *
 * @param state whether the values are final
 * @param pictures the pictures that the form names, in its order; those whose kind has no known fields are left out
 * @param values the recognised values, in the order of the form; a field has two if two pictures show it
 */
public record RecognisedValuesView(
        Progress state, List<RecognisedPictureView> pictures, List<RecognisedValueView> values) {

    /** @param found document states by id; empty if document-service does not answer */
    static RecognisedValuesView from(QualificationForm form, Optional<Map<String, DocumentState>> found) {
        if (found.isEmpty()) {
            return new RecognisedValuesView(Progress.UNAVAILABLE, List.of(), List.of());
        }
        Map<String, DocumentState> documents = found.get();
        List<RecognisedPictureView> pictures = form.documents().stream()
                .flatMap(use -> RecognisedPictureView.of(use, documents.get(use.documentId())).stream())
                .toList();
        boolean pending =
                pictures.stream().anyMatch(picture -> picture.status() == RecognisedPicture.RecognitionState.PENDING);
        return new RecognisedValuesView(
                pending ? Progress.PENDING : Progress.FINAL,
                pictures,
                ComparedValues.of(form, documents).stream()
                        .map(RecognisedValueView::from)
                        .toList());
    }

    /** Whether the values are final. */
    public enum Progress {
        /** All pictures are recognised that can be. */
        FINAL,
        /** Some picture waits for the malware scan or for recognition: ask again for more values. */
        PENDING,
        /** document-service does not answer: ask again later. */
        UNAVAILABLE
    }

    /**
     * A picture that the form names.
     *
     * @param pointer JSON pointer to the field of the form
     * @param documentId its document
     * @param status state of its recognition
     */
    public record RecognisedPictureView(String pointer, String documentId, RecognisedPicture.RecognitionState status) {

        private static Optional<RecognisedPictureView> of(DocumentUse use, @Nullable DocumentState document) {
            return Optional.ofNullable(document)
                    .map(DocumentState::picture)
                    .map(RecognisedPicture::state)
                    .filter(state -> state != RecognisedPicture.RecognitionState.NOT_APPLICABLE)
                    .map(state -> new RecognisedPictureView(use.pointer(), use.documentId(), state));
        }
    }

    /**
     * A recognised value.
     *
     * @param pointer JSON pointer to the field of the form that it suits
     * @param recognised the recognised value; an id number is masked, a day is ISO 8601
     * @param typed what is typed, masked in the same way; absent if the field is empty
     * @param agrees whether both are the same, apart from width, case, spaces and punctuation
     * @param differsAt positions at which both differ, because they may look the same when masked: code points from 0,
     *     without spaces and punctuation; at most the first 20. Empty if both agree or nothing is typed
     * @param confidence confidence of the recognition, 0 to 1
     * @param documentId document with the picture
     * @param field name of the value in the recognition of that document, which has it in full
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RecognisedValueView(
            String pointer,
            String recognised,
            @Nullable String typed,
            boolean agrees,
            List<Integer> differsAt,
            double confidence,
            String documentId,
            String field) {

        public RecognisedValueView {
            differsAt = List.copyOf(differsAt);
        }

        private static RecognisedValueView from(ComparedValue compared) {
            RecognisedValue value = compared.recognised();
            return new RecognisedValueView(
                    value.pointer(),
                    value.forOwner(),
                    Optional.ofNullable(compared.typed())
                            .map(typed -> value.with(typed).forOwner())
                            .orElse(null),
                    compared.agrees(),
                    compared.differsAt(),
                    value.confidence(),
                    value.documentId(),
                    value.field());
        }

        /** Omits both values, which may be personal data. */
        @Override
        public String toString() {
            return "RecognisedValueView[" + pointer + "]";
        }
    }
}
