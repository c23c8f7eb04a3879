package io.zizhi.document.intake.inspection.pdf;

import io.smallrye.mutiny.Uni;

/** Inspects PDF files in a process with bounded memory and time. */
public interface PdfProcess {

    /**
     * Returns what {@link PdfObjects#find} returns. Fails with a problem if the file cannot be read within these
     * bounds, or no process becomes free in time.
     */
    Uni<String> find(String accountId, byte[] pdf);
}
