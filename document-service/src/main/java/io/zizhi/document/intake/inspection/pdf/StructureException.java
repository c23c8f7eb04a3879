package io.zizhi.document.intake.inspection.pdf;

/** The file is not a sequence of objects at the current position. */
final class StructureException extends RuntimeException {

    private static final long serialVersionUID = 1;

    StructureException() {
        super(null, null, false, false);
    }
}
