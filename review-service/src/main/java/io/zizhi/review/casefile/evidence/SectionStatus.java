package io.zizhi.review.casefile.evidence;

/** Whether a section of the evidence is available. */
public enum SectionStatus {
    /** The section has a value. */
    AVAILABLE,

    /** There is nothing to show, for example no submission before the first. */
    NONE,

    /** The section could not be fetched; try again. */
    UNAVAILABLE
}
