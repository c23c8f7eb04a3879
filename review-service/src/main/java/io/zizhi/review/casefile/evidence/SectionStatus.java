package io.zizhi.review.casefile.evidence;

/** Whether a section of the evidence is there. */
public enum SectionStatus {
    /** It is there. */
    AVAILABLE,

    /** There is nothing of the kind, for example no submission before the first. */
    NONE,

    /** It could not be fetched now; look again. */
    UNAVAILABLE
}
