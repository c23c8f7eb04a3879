package io.zizhi.document.viewing.pages;

import io.zizhi.document.storage.FileFormat;
import io.zizhi.document.viewing.watermark.Watermark;
import java.io.IOException;

/** Renders pages for tests of other packages. */
public final class RenderedBytes {

    private RenderedBytes() {}

    /** Returns the first page of the file as PNG. */
    public static byte[] of(FileFormat format, byte[] file, int width, Watermark watermark) throws IOException {
        return PageProgram.render(new PageJob(format, 1, width, watermark), file)
                .png();
    }
}
