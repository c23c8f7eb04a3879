package io.zizhi.qualification.form;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.OptBoolean;
import io.zizhi.platform.privacy.personal.IdNumber;
import io.zizhi.platform.privacy.personal.PersonName;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The legal representative (法定代表人). If the certificate names none, the person in charge (负责人).
 *
 * @param name as registered with the authority
 * @param idType kind of id document
 * @param idNumber its number
 * @param validFrom first day of its validity
 * @param validTo last day of its validity; 2099-12-31 is long-term
 * @param emblemDocumentId id of the image of the emblem side (国徽面), optional
 * @param portraitDocumentId id of the image of the portrait side (人像面), optional
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LegalRepresentative(
        @Text(max = 50) @Nullable PersonName name,
        @Nullable IdType idType,
        @Text(max = 50) @Nullable IdNumber idNumber,

        @JsonFormat(shape = JsonFormat.Shape.STRING, pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate validFrom,

        @JsonFormat(shape = JsonFormat.Shape.STRING, pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate validTo,

        @DocumentId @Nullable String emblemDocumentId,
        @DocumentId @Nullable String portraitDocumentId)
        implements IdentifiedPerson {

    @Override
    public String pointer() {
        return "/legalRepresentative";
    }

    LegalRepresentative with(@Nullable PersonName newName, @Nullable IdNumber newNumber) {
        return new LegalRepresentative(
                newName, idType, newNumber, validFrom, validTo, emblemDocumentId, portraitDocumentId);
    }
}
