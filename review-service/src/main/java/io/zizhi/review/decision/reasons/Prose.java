package io.zizhi.review.decision.reasons;

/** Limits on free text written by staff, in notes and canned texts. */
public final class Prose {

    /** Maximum number of characters. */
    public static final int MAX = 1_000;

    /** Allows no control characters except tabs and line breaks. */
    public static final String PATTERN = "[^\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F-\\x9F]*";

    private Prose() {}
}
