package io.zizhi.qualification.account;

import io.zizhi.platform.privacy.personal.IdNumber;
import io.zizhi.platform.privacy.personal.PersonName;
import io.zizhi.qualification.form.IdentifiedPerson;
import io.zizhi.qualification.form.standard.WrittenName;

/**
 * The person to whom an account belongs. Values can only be compared with it, and never be read from it.
 *
 * @param nameIndex keyed hash of the name
 * @param idNumberIndex keyed hash of the id number
 */
public record VerifiedPerson(String nameIndex, String idNumberIndex) {

    static VerifiedPerson of(PersonName name, IdNumber idNumber, PersonHash hash) {
        return new VerifiedPerson(ofName(name, hash), ofIdNumber(idNumber, hash));
    }

    public boolean isNamed(PersonName name, PersonHash hash) {
        return nameIndex.equals(ofName(name, hash));
    }

    public boolean hasIdNumber(IdNumber number, PersonHash hash) {
        return idNumberIndex.equals(ofIdNumber(number, hash));
    }

    private static String ofName(PersonName name, PersonHash hash) {
        return hash.of("account_person_name", new WrittenName(name.reveal().strip()).normalised());
    }

    static String ofIdNumber(IdNumber number, PersonHash hash) {
        return hash.of("account_person_id", IdentifiedPerson.normalised(number));
    }
}
