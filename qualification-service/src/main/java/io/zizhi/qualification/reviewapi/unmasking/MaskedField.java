package io.zizhi.qualification.reviewapi.unmasking;

import io.zizhi.platform.privacy.personal.IdNumber;
import io.zizhi.platform.privacy.personal.PersonName;
import io.zizhi.platform.privacy.personal.Phone;
import io.zizhi.qualification.form.Administrator;
import io.zizhi.qualification.form.LegalRepresentative;
import io.zizhi.qualification.form.LetterForm;
import io.zizhi.qualification.form.QualificationForm;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fields of a submission that are masked in every view. */
enum MaskedField {
    LEGAL_REPRESENTATIVE_NAME("/legalRepresentative/name"),
    LEGAL_REPRESENTATIVE_ID_NUMBER("/legalRepresentative/idNumber"),
    ADMINISTRATOR_NAME("/administrator/name"),
    ADMINISTRATOR_ID_NUMBER("/administrator/idNumber"),
    ADMINISTRATOR_PHONE("/administrator/phone"),

    /** Authorised party of a letter submitted with a qualification. */
    LETTER_PARTY("/letter/authorisedParty"),

    /** Authorised party of a letter submitted alone. */
    PARTY("/authorisedParty");

    static final String PATTERN = "/(?:legalRepresentative/(?:name|idNumber)|administrator/(?:name|idNumber|phone)"
            + "|(?:letter/)?authorisedParty)";

    private final String pointer;

    MaskedField(String pointer) {
        this.pointer = pointer;
    }

    /** Returns the field with this JSON pointer, which must match {@link #PATTERN}. */
    static MaskedField at(String pointer) {
        return Stream.of(values())
                .filter(field -> field.pointer.equals(pointer))
                .findFirst()
                .orElseThrow();
    }

    String pointer() {
        return pointer;
    }

    /** Returns the value of the field; empty if it is not filled in or the submission has no such part. */
    Optional<String> value(@Nullable QualificationForm form, @Nullable LetterForm letter) {
        LegalRepresentative legalRepresentative = form == null ? null : form.legalRepresentative();
        Administrator administrator = form == null ? null : form.administrator();
        return switch (this) {
            case LEGAL_REPRESENTATIVE_NAME ->
                Optional.ofNullable(legalRepresentative)
                        .map(LegalRepresentative::name)
                        .map(PersonName::reveal);
            case LEGAL_REPRESENTATIVE_ID_NUMBER ->
                Optional.ofNullable(legalRepresentative)
                        .map(LegalRepresentative::idNumber)
                        .map(IdNumber::reveal);
            case ADMINISTRATOR_NAME ->
                Optional.ofNullable(administrator).map(Administrator::name).map(PersonName::reveal);
            case ADMINISTRATOR_ID_NUMBER ->
                Optional.ofNullable(administrator).map(Administrator::idNumber).map(IdNumber::reveal);
            case ADMINISTRATOR_PHONE ->
                Optional.ofNullable(administrator).map(Administrator::phone).map(Phone::reveal);
            case LETTER_PARTY -> form == null ? Optional.empty() : party(letter);
            case PARTY -> form == null ? party(letter) : Optional.empty();
        };
    }

    private static Optional<String> party(@Nullable LetterForm letter) {
        return Optional.ofNullable(letter).flatMap(LetterForm::party);
    }
}
