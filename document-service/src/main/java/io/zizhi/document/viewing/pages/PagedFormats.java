package io.zizhi.document.viewing.pages;

import io.zizhi.document.storage.FileFormat;
import jakarta.enterprise.context.ApplicationScoped;

/** The formats that this installation can show as pages: pictures, PDF, and, with LibreOffice, DOC and DOCX. */
@ApplicationScoped
public class PagedFormats {

    private final PageSettings settings;

    PagedFormats(PageSettings settings) {
        this.settings = settings;
    }

    public boolean contain(FileFormat format) {
        return format.isImage() || format == FileFormat.PDF || settings.office().isPresent();
    }
}
