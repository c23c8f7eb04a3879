package io.zizhi.qualification.signing.carrierfiling;

import io.zizhi.qualification.form.DocumentUse;
import io.zizhi.qualification.form.LetterForm;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.model.carrierfiling.CarrierFiling;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A carrier filing with its decrypted forms.
 *
 * @param filing the carrier filing
 * @param form the revision of the filing
 * @param letter the letter in use today; null for own use
 */
record OpenedCarrierFiling(
        CarrierFiling filing,
        QualificationForm form,
        @Nullable LetterForm letter) {

    private static final String LETTER = "/letter";

    /** Returns all fields that name a document, those of the letter below {@code /letter}. */
    List<DocumentUse> documents() {
        Stream<DocumentUse> ofLetter = letter == null
                ? Stream.empty()
                : letter.documents().stream()
                        .map(use -> new DocumentUse(LETTER + use.pointer(), use.documentId(), use.kind()));
        return Stream.concat(form.documents().stream(), ofLetter).toList();
    }

    /** Omits the personal data. */
    @Override
    public String toString() {
        return "OpenedCarrierFiling[" + filing.id() + "]";
    }
}
