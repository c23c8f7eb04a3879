package io.zizhi.document.intake.inspection.word;

import io.zizhi.platform.http.problem.Problems;

/** Reasons to refuse a Word file. */
final class WordRefusals {

    private WordRefusals() {}

    static RuntimeException macros() {
        return Problems.badRequest(
                "WORD_MACROS", "", "The Word file contains macros. Save it without them, or as PDF, then upload it.");
    }

    static RuntimeException embedded() {
        return Problems.badRequest(
                "WORD_EMBEDDED_OBJECTS",
                "",
                "The Word file contains objects of other programs. Save it as PDF, then upload it.");
    }

    static RuntimeException external() {
        return Problems.badRequest(
                "WORD_EXTERNAL_CONTENT",
                "",
                "The Word file loads a template, a picture or other content from elsewhere."
                        + " Save it as PDF, then upload it.");
    }

    /** @param keyword of the field, or {@code ?} if it is not a word */
    static RuntimeException field(String keyword) {
        return Problems.badRequest(
                "WORD_ACTIVE",
                "",
                "The Word file contains a field that starts programs, fetches files or is unknown (" + keyword
                        + "). Save it as PDF, then upload it.");
    }

    static RuntimeException link() {
        return Problems.badRequest(
                "WORD_ACTIVE",
                "",
                "The Word file contains a link whose address begins neither with http, https nor mailto. Remove such"
                        + " links, then upload it.");
    }

    static RuntimeException encrypted() {
        return Problems.badRequest(
                "WORD_ENCRYPTED", "", "The Word file is encrypted. Save it without a password, then upload it.");
    }

    static RuntimeException unreadable() {
        return Problems.badRequest(
                "WORD_UNREADABLE", "", "The Word file is damaged or unusual. Save it again or as PDF, then upload it.");
    }

    static RuntimeException expandsTooMuch() {
        return Problems.badRequest(
                "FILE_EXPANDS_TOO_MUCH",
                "",
                "The file expands to far more than its size. Save it again, with smaller pictures.");
    }
}
