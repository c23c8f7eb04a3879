package io.zizhi.document.pinning.naming;

import io.zizhi.document.storage.DocumentKind;
import java.util.List;

/**
 * Documents with certain file names.
 *
 * @param documents in the order of the requested names; at most 20 per name
 */
public record NamesView(List<NamedView> documents) {

    /**
     * A document with a requested name. Of identical files only the latest is listed.
     *
     * @param fileName as requested
     * @param documentId 32 hexadecimal digits
     * @param kind as declared by its owner
     */
    public record NamedView(String fileName, String documentId, DocumentKind kind) {

        /** Omits the file name, which may be personal data. */
        @Override
        public String toString() {
            return "NamedView[" + documentId + "]";
        }
    }
}
