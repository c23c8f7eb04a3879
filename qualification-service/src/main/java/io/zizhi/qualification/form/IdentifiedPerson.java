package io.zizhi.qualification.form;

import io.zizhi.platform.privacy.personal.IdNumber;
import io.zizhi.platform.privacy.personal.PersonName;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A natural person of the form, identified by a document; what the rules for both kinds of person look at. */
public sealed interface IdentifiedPerson permits LegalPerson, Administrator {

    /** JSON pointer to the part of the form that is about this person. */
    String pointer();

    @Nullable
    PersonName name();

    @Nullable
    IdType idType();

    @Nullable
    IdNumber idNumber();

    @Nullable
    LocalDate validFrom();

    @Nullable
    LocalDate validTo();

    @Nullable
    String emblemDocumentId();

    @Nullable
    String portraitDocumentId();

    /** The days of validity of the id document, where both ends are filled in. */
    default Optional<Period> period() {
        LocalDate from = validFrom();
        LocalDate to = validTo();
        return from == null || to == null ? Optional.empty() : Optional.of(new Period(from, to));
    }

    /** The number as it is compared: without blanks, in upper case. */
    default Optional<String> normalisedIdNumber() {
        return Optional.ofNullable(idNumber())
                .map(number -> number.reveal().replaceAll("\\s", "").toUpperCase(Locale.ROOT));
    }
}
