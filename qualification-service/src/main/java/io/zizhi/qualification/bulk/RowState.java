package io.zizhi.qualification.bulk;

import java.util.Arrays;
import java.util.List;

/** The state of a row. */
public enum RowState {
    /** Not yet drafted. */
    WAITING(true),

    /** Drafted but not yet evaluated. */
    DRAFTED(true),

    /** Valid draft, except that the administrator's phone is not verified yet. */
    AWAITING_PHONE(true),

    /** Ready to be submitted. */
    READY(true),

    /** Submitted for review, with a work order. */
    SUBMITTED(false),

    /** A rule rejected the draft, or someone edited it manually. The draft is kept. */
    FAILED(false),

    /** Could not be parsed into a form. */
    INVALID(false),

    /** Cancelled before it was submitted. If a draft exists, it is kept. */
    CANCELLED(false);

    private final boolean open;

    RowState(boolean open) {
        this.open = open;
    }

    /** Whether the row still needs processing. */
    public boolean isOpen() {
        return open;
    }

    public static List<RowState> allOpen() {
        return Arrays.stream(values()).filter(RowState::isOpen).toList();
    }
}
