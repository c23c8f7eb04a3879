package io.zizhi.qualification.bulk;

import java.util.Arrays;
import java.util.List;

/** How far a row is. */
public enum RowState {
    /** Not drafted yet. */
    WAITING(true),

    /** A draft, not evaluated yet. */
    DRAFTED(true),

    /** A good draft but for the administrator's phone, which is to be verified. */
    AWAITING_PHONE(true),

    /** To be submitted. */
    READY(true),

    /** In review, under a work order. */
    SUBMITTED(false),

    /** A rule refuses it, or somebody took the draft over by hand; the draft stays. */
    FAILED(false),

    /** No form could be made of it. */
    INVALID(false),

    /** Called off before it was submitted; what was drafted stays a draft. */
    CANCELLED(false);

    private final boolean open;

    RowState(boolean open) {
        this.open = open;
    }

    /** Whether anything is still done about it. */
    public boolean isOpen() {
        return open;
    }

    /** All that are open. */
    public static List<RowState> allOpen() {
        return Arrays.stream(values()).filter(RowState::isOpen).toList();
    }
}
