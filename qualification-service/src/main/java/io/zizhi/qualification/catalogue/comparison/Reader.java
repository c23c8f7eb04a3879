package io.zizhi.qualification.catalogue.comparison;

import io.zizhi.platform.privacy.personal.IdNumber;
import io.zizhi.platform.privacy.personal.PersonName;
import io.zizhi.platform.privacy.personal.Phone;

/** Who looks at a form, and how much of a natural person they see. */
public enum Reader {
    /** The account itself: names in full, numbers masked. */
    OWNER,

    /** The review desk: names masked, too. */
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
