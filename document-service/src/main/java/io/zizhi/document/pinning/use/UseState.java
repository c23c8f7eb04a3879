package io.zizhi.document.pinning.use;

/** The state of a submitted revision, as far as the retention of its documents depends on it. */
public enum UseState {
    /** Submitted and not decided. */
    IN_REVIEW,
    /** Approved, and not replaced. */
    IN_FORCE,
    /** In force, but evidence of it has expired. Bound signatures still rely on it. */
    EXPIRED,
    /** Approved once; a later revision was approved since. */
    SUPERSEDED,
    /** Approved once; its qualification or letter was deleted since. */
    ENDED,
    /** Rejected by a reviewer. */
    REJECTED,
    /** Returned by a reviewer for more material. */
    SUPPLEMENT_REQUIRED,
    /** Withdrawn by the applicant. */
    WITHDRAWN
}
