package io.zizhi.recognition.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class PictureFactsTest {

    @Test
    void sees_a_seal_in_the_lower_half_only() {
        assertThat(facts(pen -> red(pen, 700, 400)).hasRedSeal()).isTrue();
        assertThat(facts(pen -> red(pen, 450, 20)).hasRedSeal()).isFalse();
        assertThat(facts(pen -> red(pen, 450, 20)).isColoured()).isTrue();
    }

    @Test
    void looks_for_the_seal_in_the_upright_picture() {
        BufferedImage upsideDown = draw(pen -> red(pen, 450, 20));
        assertThat(PictureFacts.of(upsideDown, 2).hasRedSeal()).isTrue();
    }

    @Test
    void recognises_a_black_and_white_copy() {
        assertThat(facts(PictureFactsTest::text).isColoured()).isFalse();
    }

    @Test
    void sees_glare_on_a_photo_but_not_on_white_paper() {
        Consumer<Graphics2D> spot = pen -> {
            pen.setColor(Color.WHITE);
            pen.fillOval(300, 200, 160, 140);
        };
        assertThat(facts(spot).hasGlare()).isTrue();
        assertThat(facts(pen -> {
                            pen.setColor(Color.WHITE);
                            pen.fillRect(0, 0, 1000, 640);
                        })
                        .hasGlare())
                .isFalse();
    }

    @Test
    void hash_survives_scaling_and_turning() {
        BufferedImage picture = draw(PictureFactsTest::text);
        BufferedImage small = new BufferedImage(500, 320, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = small.createGraphics();
        pen.drawImage(picture, AffineTransform.getScaleInstance(0.5, 0.5), null);
        pen.dispose();
        BufferedImage sideways = new BufferedImage(640, 1000, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 640; y++) {
            for (int x = 0; x < 1000; x++) {
                sideways.setRGB(y, 999 - x, picture.getRGB(x, y));
            }
        }
        long hash = PictureFacts.of(picture, 0).perceptualHash();
        assertThat(PictureFacts.distance(hash, PictureFacts.of(small, 0).perceptualHash()))
                .isLessThanOrEqualTo(4);
        assertThat(PictureFacts.distance(hash, PictureFacts.of(sideways, 1).perceptualHash()))
                .isLessThanOrEqualTo(4);
        assertThat(PictureFacts.distance(hash, PictureFacts.of(picture, 2).perceptualHash()))
                .isGreaterThan(8);
    }

    private static PictureFacts facts(Consumer<Graphics2D> content) {
        return PictureFacts.of(draw(content), 0);
    }

    private static void text(Graphics2D pen) {
        pen.setColor(Color.DARK_GRAY);
        pen.fillRect(100, 60, 300, 40);
        pen.fillRect(100, 140, 520, 40);
        pen.fillRect(640, 60, 200, 260);
        pen.fillRect(100, 420, 700, 60);
    }

    private static void red(Graphics2D pen, int x, int y) {
        pen.setColor(new Color(0xC82020));
        pen.fillOval(x, y, 120, 120);
    }

    /** Draws on grey paper. */
    private static BufferedImage draw(Consumer<Graphics2D> content) {
        BufferedImage picture = new BufferedImage(1000, 640, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(new Color(0xD0D0D0));
        pen.fillRect(0, 0, 1000, 640);
        content.accept(pen);
        pen.dispose();
        return picture;
    }
}
