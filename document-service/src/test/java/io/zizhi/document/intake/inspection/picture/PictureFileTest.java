package io.zizhi.document.intake.inspection.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.zizhi.document.intake.SampleFiles;
import io.zizhi.document.intake.Upload;
import io.zizhi.document.intake.inspection.picture.PictureFile.Reencoded;
import io.zizhi.document.storage.DocumentKind;
import io.zizhi.document.storage.FileFormat;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PictureFileTest {

    private static final Color[] CORNERS = {Color.RED, Color.GREEN, Color.BLUE, Color.BLACK};

    /** The letters are the corners of the stored picture: red, green, blue, black; first the upper ones. */
    @ParameterizedTest
    @CsvSource({
        "1, RGBK, 600, 400",
        "2, GRKB, 600, 400",
        "3, KBGR, 600, 400",
        "4, BKRG, 600, 400",
        "5, RBGK, 400, 600",
        "6, BRKG, 400, 600",
        "7, KGBR, 400, 600",
        "8, GKRB, 400, 600"
    })
    void turns_pictures_upright(int orientation, String corners, int width, int height) throws IOException {
        byte[] png = encoded(fourCorners(), "png");
        byte[] exif = {
            'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) orientation, 0, 0, 0, 0, 0, 0
        };
        ByteArrayOutputStream turned = new ByteArrayOutputStream();
        turned.write(png, 0, 33);
        turned.writeBytes(new byte[] {0, 0, 0, (byte) exif.length, 'e', 'X', 'I', 'f'});
        turned.writeBytes(exif);
        turned.writeBytes(new byte[4]);
        turned.write(png, 33, png.length - 33);
        BufferedImage stored = decoded(reencoded(FileFormat.PNG, turned.toByteArray()));
        assertThat(stored.getWidth()).isEqualTo(width);
        assertThat(stored.getHeight()).isEqualTo(height);
        assertThat(corner(stored, 10, 10)
                        + corner(stored, width - 10, 10)
                        + corner(stored, 10, height - 10)
                        + corner(stored, width - 10, height - 10))
                .isEqualTo(corners);
    }

    @Test
    void keeps_png_pixels_and_nearly_keeps_jpeg_pixels() throws IOException {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(SampleFiles.sealedCopy()));
        assertThat(difference(picture, decoded(reencoded(FileFormat.PNG, encoded(picture, "png")))))
                .isZero();
        byte[] jpeg = encoded(picture, "jpeg");
        BufferedImage before = ImageIO.read(new ByteArrayInputStream(jpeg));
        assertThat(difference(before, decoded(reencoded(FileFormat.JPEG, jpeg))))
                .isLessThan(1.5);
    }

    @Test
    void reencoding_again_changes_nothing_more() {
        byte[] once = reencoded(FileFormat.PNG, SampleFiles.png());
        assertThat(reencoded(FileFormat.PNG, once)).isEqualTo(once);
    }

    @ParameterizedTest
    @EnumSource(
            value = FileFormat.class,
            names = {"JPEG", "PNG"})
    void keeps_the_limit_of_noisy_pictures(FileFormat format) throws IOException {
        BufferedImage noise = noise(1_500, 1_000);
        byte[] file = encoded(noise, format == FileFormat.JPEG ? "jpeg" : "png");
        Reencoded stored =
                PictureFile.of(format, file, DocumentKind.MORE_MATERIAL).reencode(300_000);
        assertThat(stored.bytes().length).isLessThanOrEqualTo(300_000);
        assertThat(stored.format()).isEqualTo(FileFormat.JPEG);
        assertThat((double) decoded(stored.bytes()).getWidth()
                        / decoded(stored.bytes()).getHeight())
                .isCloseTo(1.5, within(0.05));
    }

    @Test
    void a_long_png_becomes_a_jpeg_of_the_same_size() throws IOException {
        Reencoded stored = PictureFile.of(
                        FileFormat.PNG, encoded(noise(1_500, 1_000), "png"), DocumentKind.MORE_MATERIAL)
                .reencode(1_500_000);
        assertThat(stored.format()).isEqualTo(FileFormat.JPEG);
        assertThat(decoded(stored.bytes()).getWidth()).isEqualTo(1_500);
    }

    @Test
    void scales_large_pictures_down() throws IOException {
        byte[] png = encoded(
                new BufferedImage(6_000, 4_000, BufferedImage.TYPE_BYTE_GRAY) {
                    {
                        createGraphics().fillRect(0, 0, 3_000, 4_000);
                    }
                },
                "png");
        BufferedImage stored = decoded(reencoded(FileFormat.PNG, png));
        assertThat(stored.getWidth() * stored.getHeight()).isBetween(8_900_000, Decoding.MOST_PIXELS);
        assertThat(stored.getRaster().getSample(stored.getWidth() / 2 - 5, 2_000, 0))
                .isEqualTo(255);
        assertThat(stored.getRaster().getSample(stored.getWidth() / 2 + 5, 2_000, 0))
                .isZero();
    }

    @Test
    void shows_transparent_pictures_on_white() throws IOException {
        BufferedImage clear = new BufferedImage(600, 400, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = clear.createGraphics();
        pen.setColor(Color.BLACK);
        pen.fillRect(0, 0, 300, 400);
        pen.dispose();
        BufferedImage stored = decoded(reencoded(FileFormat.PNG, encoded(clear, "png")));
        assertThat(corner(stored, 10, 10)).isEqualTo("K");
        assertThat(new Color(stored.getRGB(590, 10))).isEqualTo(Color.WHITE);
    }

    private static byte[] reencoded(FileFormat format, byte[] file) {
        return PictureFile.of(format, file, DocumentKind.MORE_MATERIAL)
                .reencode(Upload.MAX_BYTES)
                .bytes();
    }

    private static BufferedImage fourCorners() {
        BufferedImage picture = new BufferedImage(600, 400, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D pen = picture.createGraphics();
        for (int corner = 0; corner < 4; corner++) {
            pen.setColor(CORNERS[corner]);
            pen.fillRect(corner % 2 * 300, corner / 2 * 200, 300, 200);
        }
        pen.dispose();
        return picture;
    }

    private static BufferedImage noise(int width, int height) {
        Random random = new Random(5);
        BufferedImage noise = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        for (int pixel = 0; pixel < width * height; pixel++) {
            noise.setRGB(pixel % width, pixel / width, random.nextInt());
        }
        return noise;
    }

    private static String corner(BufferedImage picture, int x, int y) {
        for (int corner = 0; corner < 4; corner++) {
            if (new Color(picture.getRGB(x, y)).equals(CORNERS[corner])) {
                return "RGBK".substring(corner, corner + 1);
            }
        }
        return "?";
    }

    /** Returns the mean difference of the samples. */
    private static double difference(BufferedImage one, BufferedImage other) {
        long sum = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                for (int shift = 0; shift <= 16; shift += 8) {
                    sum += Math.abs((one.getRGB(x, y) >> shift & 0xff) - (other.getRGB(x, y) >> shift & 0xff));
                }
            }
        }
        return sum / (3.0 * one.getWidth() * one.getHeight());
    }

    private static byte[] encoded(BufferedImage picture, String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, format, bytes);
        return bytes.toByteArray();
    }

    private static BufferedImage decoded(byte[] file) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(file));
    }
}
