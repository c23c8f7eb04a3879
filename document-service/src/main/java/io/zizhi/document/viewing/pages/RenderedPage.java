package io.zizhi.document.viewing.pages;

import io.zizhi.document.viewing.watermark.Watermark;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** A page as PNG. */
public final class RenderedPage {

    private final int pages;
    private final byte[] png;

    private RenderedPage(int pages, byte[] png) {
        this.pages = pages;
        this.png = png;
    }

    /** Returns the number of pages of the document. */
    public int pages() {
        return pages;
    }

    /** Returns the bytes of the PNG. */
    public byte[] png() {
        return png;
    }

    /**
     * Scales the page, adds the watermark, and encodes it. A page that compresses badly becomes smaller, until it fits
     * into {@link PageSize#mostBytes}.
     *
     * @param page at least as wide as wanted, or in its original size
     */
    static RenderedPage of(BufferedImage page, int pages, PageJob job) throws IOException {
        PageSize size = PageSize.of(page.getWidth(), page.getHeight(), Math.min(page.getWidth(), job.width()));
        byte[] png = png(Scaling.to(size, page), job.watermark());
        while (png.length > PageSize.mostBytes(job.width())) {
            size = size.smaller();
            png = png(Scaling.to(size, page), job.watermark());
        }
        return new RenderedPage(pages, png);
    }

    private static byte[] png(BufferedImage page, @Nullable Watermark watermark) throws IOException {
        if (watermark != null) {
            watermark.burnInto(page);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(page, "png", bytes);
        return bytes.toByteArray();
    }

    void writeTo(DataOutputStream out) throws IOException {
        out.writeInt(pages);
        out.writeInt(png.length);
        out.write(png);
    }

    static RenderedPage readFrom(DataInputStream in) throws IOException {
        int pages = in.readInt();
        int length = in.readInt();
        if (length < 0 || length > RenderPages.LARGEST_PNG) {
            throw new IOException("A page of " + length + " bytes");
        }
        byte[] png = in.readNBytes(length);
        if (png.length < length) {
            throw new IOException("An incomplete page");
        }
        return new RenderedPage(pages, png);
    }
}
