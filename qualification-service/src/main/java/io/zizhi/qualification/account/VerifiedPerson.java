package io.zizhi.qualification.account;

import io.zizhi.platform.privacy.encryption.BlindHash;
import io.zizhi.platform.privacy.personal.IdNumber;
import io.zizhi.platform.privacy.personal.PersonName;
import io.zizhi.qualification.form.IdentifiedPerson;
import io.zizhi.qualification.form.standard.WrittenName;
import org.jspecify.annotations.Nullable;

/**
 * The person to whom an account belongs. Values can only be compared with it, and never be read from it.
 *
 * @param name keyed hash of the name
 * @param idNumber keyed hash of the id number
 */
public record VerifiedPerson(BlindHash name, BlindHash idNumber) {

    static VerifiedPerson of(PersonName name, IdNumber idNumber, PersonHash hash) {
        return new VerifiedPerson(ofName(name, hash), ofIdNumber(idNumber, hash));
    }

    /** Returns the person of stored hashes; null without them. */
    public static @Nullable VerifiedPerson stored(@Nullable String nameIndex, @Nullable String idNumberIndex) {
        return nameIndex == null || idNumberIndex == null
                ? null
                : new VerifiedPerson(BlindHash.of(nameIndex), BlindHash.of(idNumberIndex));
    }

    public boolean isNamed(PersonName other, PersonHash hash) {
        return name.matches(ofName(other, hash));
    }

    public boolean hasIdNumber(IdNumber number, PersonHash hash) {
        return idNumber.matches(ofIdNumber(number, hash));
    }

    /** Returns whether both have the same id number. */
    boolean isSamePerson(VerifiedPerson other) {
        return idNumber.matches(other.idNumber);
    }

    /** Returns whether both have the same name and id number. */
    boolean isSame(VerifiedPerson other) {
        return name.matches(other.name) && isSamePerson(other);
    }

    static BlindHash ofName(PersonName name, PersonHash hash) {
        return hash.of("account_person_name", new WrittenName(name.reveal().strip()).normalised());
    }

    static BlindHash ofIdNumber(IdNumber number, PersonHash hash) {
        return hash.of("account_person_id", IdentifiedPerson.normalised(number));
    }
}
