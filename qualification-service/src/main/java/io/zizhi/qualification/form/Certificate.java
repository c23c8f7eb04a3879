package io.zizhi.qualification.form;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The certificate of the owner. One is enough; it must show name, credit code and validity.
 *
 * @param kind kind of certificate
 * @param documentId id of its image
 * @param validFrom first day of validity
 * @param validTo last day of validity; 2099-12-31 is long-term
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Certificate(
        @Nullable CertificateKind kind,
        @DocumentId @Nullable String documentId,

        @JsonFormat(shape = JsonFormat.Shape.STRING, pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate validFrom,

        @JsonFormat(shape = JsonFormat.Shape.STRING, pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate validTo) {

    /** Returns the days of validity if both ends are filled in. */
    public Optional<Period> period() {
        return validFrom == null || validTo == null ? Optional.empty() : Optional.of(new Period(validFrom, validTo));
    }
}
