package io.zizhi.review.viewing;

/** How far a person's views are from the limits. */
public enum ViewingLevel {
    /** Below the threshold of every measure. */
    NORMAL,

    /** At or above the threshold of a measure. The alert {@code UnusualViewing} fires. */
    UNUSUAL,

    /** At the limit of a measure. Further objects are refused, and the alert {@code ViewingLimited} fires. */
    LIMITED
}
