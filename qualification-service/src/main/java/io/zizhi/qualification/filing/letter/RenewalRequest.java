package io.zizhi.qualification.filing.letter;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.OptBoolean;
import io.zizhi.qualification.form.DocumentId;
import io.zizhi.qualification.form.LetterForm;
import io.zizhi.qualification.form.Text;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Fills in a renewal. Every field may be missing. The parties are those of the renewed letter.
 *
 * @param name label of the renewal; by default the next free name, for example {@code 某某有限公司V2}
 * @param validFrom first day of its validity
 * @param validTo last day of its validity
 * @param documentId id of the image of the sealed letter
 * @param signatureNames at most 100 signatures that it covers; by default those of the renewed letter
 */
public record RenewalRequest(
        @Text(max = LetterForm.MAX_NAME) @Nullable String name,

        @JsonFormat(shape = JsonFormat.Shape.STRING, pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate validFrom,

        @JsonFormat(shape = JsonFormat.Shape.STRING, pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate validTo,

        @DocumentId @Nullable String documentId,

        @Size(max = 100, message = "TOO_MANY_SIGNATURES") @Nullable
        List<@NotNull(message = "FIELD_REQUIRED") @Text(max = 100) String> signatureNames) {

    /** Fills in nothing. */
    static final RenewalRequest EMPTY = new RenewalRequest(null, null, null, null, null);

    /** Returns the form of the renewal of {@code letter}; {@code freeName} is its name if none is requested. */
    LetterForm renew(LetterForm letter, String freeName) {
        return new LetterForm(
                name == null || name.isBlank() ? freeName : name,
                letter.authoriser(),
                letter.creditCode(),
                letter.authorisedParty(),
                validFrom,
                validTo,
                documentId,
                signatureNames == null ? letter.signatureNames() : signatureNames);
    }

    /** Returns whether a renewal has everything that is requested. */
    boolean isMetBy(LetterForm renewal) {
        return Stream.of(
                        name == null || name.isBlank() || name.equals(renewal.name()),
                        validFrom == null || validFrom.equals(renewal.validFrom()),
                        validTo == null || validTo.equals(renewal.validTo()),
                        documentId == null || documentId.equals(renewal.documentId()),
                        signatureNames == null || signatureNames.equals(renewal.signatureNames()))
                .allMatch(met -> met);
    }
}
