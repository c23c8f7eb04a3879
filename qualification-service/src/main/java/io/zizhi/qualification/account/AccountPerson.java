package io.zizhi.qualification.account;

import io.zizhi.platform.privacy.personal.IdNumber;
import io.zizhi.platform.privacy.personal.PersonName;

/**
 * Name and id number of the person to whom an account belongs, in plain text. They are stored encrypted, only so that
 * their keyed hashes can be computed again under another key.
 *
 * @param name as an operator typed it
 * @param idNumber as an operator typed it
 */
public record AccountPerson(PersonName name, IdNumber idNumber) {

    /** Returns the keyed hashes by which the person is compared. */
    public VerifiedPerson verified(PersonHash hash) {
        return VerifiedPerson.of(name, idNumber, hash);
    }
}
