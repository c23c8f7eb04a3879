package io.zizhi.recognition.ocr;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/** Transforms pictures and converts them into the input of models. */
final class Pixels {

    private Pixels() {}

    /** Returns planes of blue, green and red: (value / 255 - mean) / deviation. */
    static float[] planes(BufferedImage picture, float[] mean, float[] deviation) {
        int size = picture.getWidth() * picture.getHeight();
        int[] rgb = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        float[] planes = new float[3 * size];
        for (int colour = 0; colour < 3; colour++) {
            for (int i = 0; i < size; i++) {
                planes[colour * size + i] = ((rgb[i] >> (8 * colour) & 255) / 255f - mean[colour]) / deviation[colour];
            }
        }
        return planes;
    }

    static BufferedImage draw(BufferedImage picture, AffineTransform transform, int width, int height) {
        BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = drawn.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.drawImage(picture, transform, null);
        pen.dispose();
        return drawn;
    }

    /** @param quarters clockwise turns by 90°, 0 to 3 */
    static BufferedImage turned(BufferedImage picture, int quarters) {
        if (quarters == 0) {
            return picture;
        }
        int width = picture.getWidth();
        int height = picture.getHeight();
        boolean isSideways = quarters % 2 == 1;
        AffineTransform turn = new AffineTransform();
        turn.translate((isSideways ? height : width) / 2.0, (isSideways ? width : height) / 2.0);
        turn.quadrantRotate(quarters);
        turn.translate(-width / 2.0, -height / 2.0);
        return draw(picture, turn, isSideways ? height : width, isSideways ? width : height);
    }
}
