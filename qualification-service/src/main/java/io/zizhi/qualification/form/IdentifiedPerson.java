package io.zizhi.qualification.form;

import io.zizhi.platform.privacy.personal.IdNumber;
import io.zizhi.platform.privacy.personal.PersonName;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A natural person in the form, identified by a document. Contains the fields that the rules for both kinds of person
 * need.
 */
public sealed interface IdentifiedPerson permits LegalRepresentative, Administrator {

    /** JSON pointer to this person's part of the form. */
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

    /** Returns the days of validity of the id document if both ends are filled in. */
    default Optional<Period> period() {
        LocalDate from = validFrom();
        LocalDate to = validTo();
        return from == null || to == null ? Optional.empty() : Optional.of(new Period(from, to));
    }

    /** Returns the ids of the images of the id document that are filled in. */
    default Stream<String> photos() {
        return Stream.of(Optional.ofNullable(emblemDocumentId()), Optional.ofNullable(portraitDocumentId()))
                .flatMap(Optional::stream);
    }

    /** Returns the number in the form used for comparison: without blanks, in upper case. */
    default Optional<String> normalisedIdNumber() {
        return Optional.ofNullable(idNumber()).map(IdentifiedPerson::normalised);
    }

    /** Like {@link #normalisedIdNumber()}, for any number. */
    static String normalised(IdNumber number) {
        return number.reveal().replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    }
}
