package io.zizhi.qualification.reviewapi.unmasking;

import io.zizhi.platform.privacy.personal.IdNumber;
import io.zizhi.platform.privacy.personal.PersonName;
import io.zizhi.platform.privacy.personal.Phone;
import io.zizhi.qualification.form.Administrator;
import io.zizhi.qualification.form.LegalPerson;
import io.zizhi.qualification.form.LetterForm;
import io.zizhi.qualification.form.Particulars;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fields of a submission that are masked in every view. */
enum MaskedField {
    LEGAL_PERSON_NAME("/legalPerson/name"),
    LEGAL_PERSON_ID_NUMBER("/legalPerson/idNumber"),
    ADMINISTRATOR_NAME("/administrator/name"),
    ADMINISTRATOR_ID_NUMBER("/administrator/idNumber"),
    ADMINISTRATOR_PHONE("/administrator/phone"),

    /** The authorised party of a letter submitted with a qualification. */
    LETTER_PARTY("/letter/authorisedParty"),

    /** The authorised party of a letter submitted alone. */
    PARTY("/authorisedParty");

    static final String PATTERN =
            "/(?:legalPerson/(?:name|idNumber)|administrator/(?:name|idNumber|phone)" + "|(?:letter/)?authorisedParty)";

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
    Optional<String> value(@Nullable Particulars form, @Nullable LetterForm letter) {
        LegalPerson legalPerson = form == null ? null : form.legalPerson();
        Administrator administrator = form == null ? null : form.administrator();
        return switch (this) {
            case LEGAL_PERSON_NAME ->
                Optional.ofNullable(legalPerson).map(LegalPerson::name).map(PersonName::reveal);
            case LEGAL_PERSON_ID_NUMBER ->
                Optional.ofNullable(legalPerson).map(LegalPerson::idNumber).map(IdNumber::reveal);
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
