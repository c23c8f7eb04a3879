package io.zizhi.document.intake.inspection.pdf;

import io.zizhi.platform.http.problem.Problems;
import java.util.Set;

/** Reasons to refuse a PDF, by the names in it. */
final class PdfRefusals {

    /** Names of actions and forms that run programs, open files or send data. Links to web pages are harmless. */
    private static final Set<String> ACTIVE = Set.of(
            "JavaScript", "Launch", "SubmitForm", "ImportData", "GoToR", "GoToE", "Rendition", "RichMedia", "XFA");

    /** Name of links to web pages, which are harmless when a person follows them, but not at opening. */
    private static final String LINK = "URI";

    /** Names of further actions that are harmless when a person asks for them, but not at opening. */
    private static final Set<String> OTHER_ACTIONS =
            Set.of("Named", "Hide", "Sound", "Movie", "Thread", "SetOCGState", "GoTo3DView");

    private static final Set<String> EMBEDDED = Set.of("EmbeddedFile", "EmbeddedFiles");

    /** Encodings of pictures that the pages for the staff cannot show: JPEG 2000 and JBIG2. */
    private static final Set<String> UNSUPPORTED_PICTURES = Set.of("JPXDecode", "JBIG2Decode");

    private static final String ENCRYPTED = "Encrypt";

    private PdfRefusals() {}

    /** Refuses a name that stands for something other than pages. */
    static void refuse(String name) {
        if (ACTIVE.contains(name)) {
            throw active(name);
        }
        if (EMBEDDED.contains(name)) {
            throw Problems.badRequest(
                    "PDF_EMBEDDED_FILES",
                    "",
                    "The PDF contains other files. Upload each document as a file of its own.");
        }
        if (UNSUPPORTED_PICTURES.contains(name)) {
            throw Problems.badRequest(
                    "PDF_PICTURES_UNSUPPORTED",
                    "",
                    "The PDF contains pictures in JPEG 2000 or JBIG2, which cannot be shown for the review. Scan the"
                            + " document as JPEG, or upload a photo.");
        }
        if (name.equals(ENCRYPTED)) {
            throw Problems.badRequest(
                    "PDF_ENCRYPTED", "", "The PDF is encrypted. Save it without a password or other protection.");
        }
    }

    static boolean isLink(String name) {
        return LINK.equals(name);
    }

    /** Returns whether the name stands for an action other than a link or going to a place in the same document. */
    static boolean isOtherAction(String name) {
        return OTHER_ACTIONS.contains(name);
    }

    /** @param name as in the file, without the slash */
    static RuntimeException active(String name) {
        return Problems.badRequest(
                "PDF_ACTIVE",
                "",
                "The PDF contains actions (/" + name
                        + "). Print it to a new PDF, which has only pages, and upload that.");
    }

    static RuntimeException unreadable() {
        return Problems.badRequest(
                "PDF_UNREADABLE", "", "The PDF is damaged or unusual. Print it to a new PDF and upload that.");
    }

    static RuntimeException expandsTooMuch() {
        return Problems.badRequest(
                "FILE_EXPANDS_TOO_MUCH",
                "",
                "The file expands to far more than its size. Save it again, with smaller pictures.");
    }
}
