package io.zizhi.review.decision.reasons;

/** The words of a reviewer, as notes and canned texts have them: what may be in them, and how many there may be. */
public final class Prose {

    /** How many characters. */
    public static final int MAX = 1_000;

    /** No control characters but tabs and line breaks. */
    public static final String PATTERN = "[^\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F-\\x9F]*";

    private Prose() {}
}
