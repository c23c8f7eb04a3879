package io.zizhi.document.viewing.pages;

import io.zizhi.document.intake.inspection.pdf.PdfObjects;
import io.zizhi.document.storage.FileFormat;
import io.zizhi.document.viewing.watermark.Mark;
import io.zizhi.document.viewing.watermark.Watermark;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page to render, or a PDF to inspect.
 *
 * @param format of the file: a picture or PDF
 * @param number number of the page, from 1
 * @param width wanted width in pixels; the page may become narrower, see {@link PageSize}
 * @param watermark for staff; null for the owner
 */
public record PageJob(
        FileFormat format, int number, int width, @Nullable Watermark watermark) {

    /** Inspects a PDF with {@link PdfObjects} instead of rendering a page. */
    static final PageJob INSPECTION = new PageJob(FileFormat.PDF, 0, 0, null);

    /** Returns the same job for a file of another format. */
    PageJob in(FileFormat other) {
        return new PageJob(other, number, width, watermark);
    }

    void writeTo(DataOutputStream out) throws IOException {
        out.writeUTF(format.name());
        out.writeInt(number);
        out.writeInt(width);
        List<String> lines = watermark == null ? List.of() : watermark.lines();
        out.writeLong(watermark == null ? 0 : watermark.mark().value());
        out.writeInt(lines.size());
        for (String line : lines) {
            out.writeUTF(line);
        }
    }

    static PageJob readFrom(DataInputStream in) throws IOException {
        FileFormat format = FileFormat.valueOf(in.readUTF());
        int number = in.readInt();
        int width = in.readInt();
        Mark mark = new Mark(in.readLong());
        List<String> lines = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            lines.add(in.readUTF());
        }
        return new PageJob(format, number, width, lines.isEmpty() ? null : new Watermark(mark, lines));
    }
}
