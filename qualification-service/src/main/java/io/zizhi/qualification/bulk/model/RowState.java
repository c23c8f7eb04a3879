package io.zizhi.qualification.bulk.model;

import java.util.Arrays;
import java.util.List;

/** The state of a row. */
public enum RowState {
    /** The row has no draft yet. */
    WAITING(true),

    /** The draft is not evaluated yet. */
    DRAFTED(true),

    /** The draft is valid, except that the administrator's phone is not verified yet. */
    AWAITING_PHONE(true),

    /** The draft is valid, except that its letter is in review, alone or with another qualification. */
    AWAITING_LETTER(true),

    /** The draft can be submitted. */
    READY(true),

    /** The draft is submitted for review and has a work order. */
    SUBMITTED(false),

    /** An earlier sheet drafted the same qualification, and it is submitted already. The row was left out. */
    SKIPPED(false),

    /** A rule rejected the draft, or someone edited it manually. The draft is kept. */
    FAILED(false),

    /** Cells could not be read, or the row repeats another row of its sheet. No draft was created. */
    INVALID(false),

    /** The row was cancelled before it was submitted. If a draft exists, it is kept. */
    CANCELLED(false);

    private final boolean open;

    RowState(boolean open) {
        this.open = open;
    }

    /** Returns whether the row still needs processing. */
    public boolean isOpen() {
        return open;
    }

    public static List<RowState> allOpen() {
        return Arrays.stream(values()).filter(RowState::isOpen).toList();
    }
}
