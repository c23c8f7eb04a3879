package io.zizhi.qualification.model.qualification;

/** What two supervisors decided about the use of an approved qualification, with its transition table. */
public enum Restriction {
    /** Signatures can be bound while the evidence is valid. */
    NONE,

    /** Suspended (暂停使用) until two supervisors reinstate it. No new signatures; bound ones stay bound. */
    SUSPENDED,

    /** Revoked (撤销) until an amendment is approved. No new signatures; bound ones stay bound. */
    REVOKED;

    /** Returns whether supervisors can move from here to {@code next}. Only an approval ends {@link #REVOKED}. */
    public boolean canMoveTo(Restriction next) {
        return switch (this) {
            case NONE -> next == SUSPENDED || next == REVOKED;
            case SUSPENDED -> next == NONE || next == REVOKED;
            case REVOKED -> false;
        };
    }

    /** Returns the restriction after an amendment is approved. A suspension remains. */
    Restriction afterApproval() {
        return this == REVOKED ? NONE : this;
    }
}
