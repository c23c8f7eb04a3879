package io.zizhi.qualification.catalogue.comparison;

import io.zizhi.platform.privacy.personal.IdNumber;
import io.zizhi.platform.privacy.personal.PersonName;
import io.zizhi.platform.privacy.personal.Phone;

/** The viewer of a form. It decides which personal data is masked. */
public enum Reader {
    /** The account itself: full names, masked numbers. */
    OWNER,

    /** The review desk: masked names and numbers. */
    DESK;

    String shown(Object value) {
        return switch (value) {
            case PersonName name -> this == OWNER ? name.reveal() : name.masked();
            case IdNumber number -> number.masked();
            case Phone phone -> phone.masked();
            default -> value.toString();
        };
    }

    boolean masks(Object value) {
        return switch (value) {
            case PersonName name -> this != OWNER;
            case IdNumber number -> true;
            case Phone phone -> true;
            default -> false;
        };
    }
}
