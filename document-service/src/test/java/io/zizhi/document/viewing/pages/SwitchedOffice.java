package io.zizhi.document.viewing.pages;

import io.zizhi.document.storage.FileFormat;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;

/** Shows DOC and DOCX as pages only while a test demands it. Other tests need an installation without LibreOffice. */
@Alternative
@Priority(1)
@Singleton
public class SwitchedOffice extends PagedFormats {

    private volatile boolean on;

    SwitchedOffice(PageSettings settings) {
        super(settings);
    }

    public void switchOn() {
        on = true;
    }

    public void switchOff() {
        on = false;
    }

    @Override
    public boolean contain(FileFormat format) {
        return super.contain(format) && (on || !RenderPages.isOffice(format));
    }
}
