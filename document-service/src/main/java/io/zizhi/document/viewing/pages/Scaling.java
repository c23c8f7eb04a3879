package io.zizhi.document.viewing.pages;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** Scales pages down. Each step at most halves a side, so that every pixel counts and small print stays legible. */
final class Scaling {

    private Scaling() {}

    /** Returns a copy of that size on white paper. */
    static BufferedImage to(PageSize size, BufferedImage page) {
        BufferedImage scaled = page;
        do {
            int width = Math.max(size.width(), (scaled.getWidth() + 1) / 2);
            int height = Math.max(size.height(), (scaled.getHeight() + 1) / 2);
            scaled = copy(scaled, width, height);
        } while (scaled.getWidth() > size.width() || scaled.getHeight() > size.height());
        return scaled;
    }

    private static BufferedImage copy(BufferedImage page, int width, int height) {
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = copy.createGraphics();
        try {
            pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            pen.drawImage(page, 0, 0, width, height, Color.WHITE, null);
        } finally {
            pen.dispose();
        }
        return copy;
    }
}
