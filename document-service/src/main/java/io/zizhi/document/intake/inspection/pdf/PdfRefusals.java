package io.zizhi.document.intake.inspection.pdf;

import io.zizhi.platform.http.problem.Problems;
import java.time.Duration;
import java.util.Set;

/** Reasons to refuse a PDF, by the names in it. */
public final class PdfRefusals {

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
            throw otherFiles();
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

    /**
     * Refuses what {@link PdfObjects} has found.
     *
     * @param name empty if there is nothing
     */
    public static void refuseFound(String name) {
        if (PdfObjects.ADDRESSES.contains(name)) {
            throw Problems.badRequest(
                    "PDF_ACTIVE",
                    "",
                    "The PDF contains a link whose address begins neither with http, https nor mailto. Print it to a new"
                            + " PDF, which has only pages, and upload that.");
        }
        if (PdfObjects.FILES.contains(name)) {
            throw otherFiles();
        }
        if (!name.isEmpty()) {
            throw active(name);
        }
    }

    private static RuntimeException otherFiles() {
        return Problems.badRequest(
                "PDF_EMBEDDED_FILES", "", "The PDF contains other files. Upload each document as a file of its own.");
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

    public static RuntimeException unreadable() {
        return Problems.badRequest(
                "PDF_UNREADABLE", "", "The PDF is damaged or unusual. Print it to a new PDF and upload that.");
    }

    public static RuntimeException unavailable() {
        return Problems.unavailable(
                "INSPECTION_UNAVAILABLE", "The PDF could not be inspected. Try again later.", Duration.ofSeconds(2));
    }

    static RuntimeException expandsTooMuch() {
        return Problems.badRequest(
                "FILE_EXPANDS_TOO_MUCH",
                "",
                "The file expands to far more than its size. Save it again, with smaller pictures.");
    }
}
