package io.zizhi.recognition.ocr;

/**
 * A rectangle around a line of text, in pixels of the upright picture.
 *
 * @param angle of the line in radians, positive downwards to the right
 */
public record TextBox(double centerX, double centerY, double width, double height, double angle) {

    /** Returns the box as it is after a scaling of the picture. */
    TextBox scaled(double byX, double byY) {
        return new TextBox(centerX * byX, centerY * byY, width * byX, height * byY, angle);
    }

    /** Returns the box as it is after the picture was turned by 180°. */
    TextBox upsideDown(int pictureWidth, int pictureHeight) {
        return new TextBox(pictureWidth - centerX, pictureHeight - centerY, width, height, angle);
    }
}
