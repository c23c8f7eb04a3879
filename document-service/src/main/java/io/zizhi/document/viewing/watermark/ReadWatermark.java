package io.zizhi.document.viewing.watermark;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;

/** The command {@code ./zizhi watermark FILE}: prints the mark of a picture, such as one that was leaked. */
final class ReadWatermark {

    /** Exit codes: the file is no picture; the picture has no legible mark. */
    private static final int NO_PICTURE = 2;

    private static final int NO_MARK = 1;

    private ReadWatermark() {}

    public static void main(String[] arguments) throws IOException {
        BufferedImage picture = ImageIO.read(new File(arguments[0]));
        if (picture == null) {
            System.err.println("Not a picture that Java can read: " + arguments[0]);
            System.exit(NO_PICTURE);
            return;
        }
        Optional<Mark> mark = MarkReader.read(picture);
        if (mark.isEmpty()) {
            System.err.println("No watermark found. If the picture was scaled or photographed, read the text in it.");
            System.exit(NO_MARK);
        }
        mark.ifPresent(System.out::println);
    }
}
