package io.zizhi.qualification.form;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.OptBoolean;
import io.zizhi.platform.privacy.personal.PersonName;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The form of an authorization letter (授权委托书). In a draft, every field except the name may be missing.
 *
 * @param name label of the letter; 1–100 Han characters, letters and digits
 * @param authoriser the company that owns the signatures (授权方), as on its certificate
 * @param creditCode its unified social credit code; accepted in any case, stored in upper case
 * @param authorisedParty the verified company or person of the account (被授权方)
 * @param validFrom first day of its validity
 * @param validTo last day of its validity
 * @param documentId id of the image of the sealed letter
 * @param signatureNames at most 100 signatures that it covers, without brackets
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LetterForm(
        @NotBlank(message = "FIELD_REQUIRED") @Text(max = LetterForm.MAX_NAME)
        String name,

        @Text(max = 150) @Nullable String authoriser,
        @Text(max = 150) @Nullable String creditCode,
        @Text(max = 150) @Nullable PersonName authorisedParty,

        @JsonFormat(shape = JsonFormat.Shape.STRING, pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate validFrom,

        @JsonFormat(shape = JsonFormat.Shape.STRING, pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate validTo,

        @DocumentId @Nullable String documentId,

        @Size(max = 100, message = "TOO_MANY_SIGNATURES")
        List<@NotNull(message = "FIELD_REQUIRED") @Text(max = 100) String> signatureNames) {

    /** Maximum length of a name in characters (code points). */
    public static final int MAX_NAME = 100;

    public LetterForm {
        authoriser = authoriser == null ? null : authoriser.strip();
        creditCode = creditCode == null ? null : creditCode.strip().toUpperCase(Locale.ROOT);
        signatureNames =
                signatureNames == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(signatureNames));
    }

    /** Returns the days of validity if both ends are filled in. */
    public Optional<Period> period() {
        return validFrom == null || validTo == null ? Optional.empty() : Optional.of(new Period(validFrom, validTo));
    }

    /** Returns the field that refers to the image, if it is filled in. */
    public List<DocumentUse> documents() {
        return documentId == null
                ? List.of()
                : List.of(new DocumentUse("/documentId", documentId, "AUTHORIZATION_LETTER"));
    }

    /** Returns the name of the authorized party in plain text. */
    public Optional<String> party() {
        return Optional.ofNullable(authorisedParty).map(PersonName::reveal);
    }

    /** Returns a copy with another authorized party, or none. */
    public LetterForm with(@Nullable PersonName party) {
        return new LetterForm(name, authoriser, creditCode, party, validFrom, validTo, documentId, signatureNames);
    }
}
