package io.zizhi.document.viewing.watermark;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WatermarkTest {

    private static final float QUALITY = 0.4f;

    enum Sample {
        BLANK(SamplePages::blank),
        WHITE_SCAN(SamplePages::whiteScan),
        DARK_PHOTO(SamplePages::darkPhoto),
        BRIGHT_PHOTO(SamplePages::brightPhoto);

        private final BiFunction<Integer, Integer, BufferedImage> page;

        Sample(BiFunction<Integer, Integer, BufferedImage> page) {
            this.page = page;
        }

        BufferedImage page() {
            return page.apply(1200, 800);
        }
    }

    @ParameterizedTest
    @EnumSource
    void survives_cropping_to_a_quarter_and_jpeg_40(Sample sample) {
        Random random = new Random(sample.name().length());
        for (int round = 0; round < 5; round++) {
            Mark mark = new Mark(random.nextLong() >>> 16);
            BufferedImage page = sample.page();
            watermark(mark).burnInto(page);
            BufferedImage leaked = Copies.jpeg(Copies.quarter(page, random), QUALITY);
            assertThat(MarkReader.read(leaked)).as("round %s", round).contains(mark);
        }
    }

    @ParameterizedTest
    @EnumSource
    void finds_no_mark_on_a_page_without_watermark(Sample sample) {
        BufferedImage page = sample.page();
        assertThat(MarkReader.read(page)).isEmpty();
        assertThat(MarkReader.read(Copies.jpeg(page, QUALITY))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void reads_an_uncompressed_thumbnail(Sample sample) {
        Mark mark = new Mark(sample.name().length());
        BufferedImage page = sample.page.apply(240, 160);
        watermark(mark).burnInto(page);
        assertThat(MarkReader.read(page)).contains(mark);
    }

    @Test
    void changes_every_part_of_a_page_a_little() {
        BufferedImage page = SamplePages.brightPhoto(600, 400);
        BufferedImage before = SamplePages.brightPhoto(600, 400);
        watermark(new Mark(1)).burnInto(page);
        double sum = 0;
        for (int at = 0; at < 600 * 400; at++) {
            int difference = (page.getRGB(at % 600, at / 600) & 0xFF) - (before.getRGB(at % 600, at / 600) & 0xFF);
            sum += Math.abs(difference);
        }
        assertThat(sum / (600 * 400)).isBetween(3.0, 12.0);
    }

    private static Watermark watermark(Mark mark) {
        return new Watermark(mark, List.of("reviewer-a", "WO 20000001", "2026-11-29 15:30:12", mark.toString()));
    }
}
