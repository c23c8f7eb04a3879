package io.zizhi.document.intake.inspection.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zizhi.document.intake.SampleFiles;
import io.zizhi.document.storage.FileFormat;
import io.zizhi.platform.http.problem.ProblemException;
import java.util.Arrays;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class PictureStructureTest {

    @Test
    void reads_the_size_from_every_header() {
        assertThat(sizeOf(FileFormat.PNG, SampleFiles.image("png", 123, 45))).isEqualTo(new ImageSize(123, 45));
        assertThat(sizeOf(FileFormat.JPEG, SampleFiles.image("jpeg", 123, 45))).isEqualTo(new ImageSize(123, 45));
        assertThat(sizeOf(FileFormat.GIF, SampleFiles.image("gif", 123, 45))).isEqualTo(new ImageSize(123, 45));
    }

    @Test
    void refuses_a_huge_image_without_decoding() {
        assertRefused("IMAGE_TOO_LARGE", () -> sizeOfPng(SampleFiles.pngClaiming(60_000, 60_000)));
        assertRefused("IMAGE_TOO_LARGE", () -> sizeOfPng(SampleFiles.pngClaiming(12_001, 1)));
        assertRefused("IMAGE_TOO_LARGE", () -> sizeOfPng(SampleFiles.pngClaiming(1, -1)));
    }

    @Test
    void the_limit_is_forty_megapixels_and_twelve_thousand_a_side() {
        assertThat(sizeOfPng(SampleFiles.pngClaiming(12_000, 3_333))).isEqualTo(new ImageSize(12_000, 3_333));
        assertThat(sizeOfPng(SampleFiles.pngClaiming(8_000, 5_000))).isEqualTo(new ImageSize(8_000, 5_000));
        assertRefused("IMAGE_TOO_LARGE", () -> sizeOfPng(SampleFiles.pngClaiming(8_000, 5_001)));
    }

    @Test
    void an_image_without_pixels_is_damaged() {
        assertRefused("IMAGE_UNREADABLE", () -> sizeOfPng(SampleFiles.pngClaiming(0, 10)));
    }

    @Test
    void refuses_an_image_truncated_anywhere() {
        assertRefusedWhereverCut(FileFormat.PNG, SampleFiles.png(), 8);
        assertRefusedWhereverCut(FileFormat.JPEG, SampleFiles.jpeg(), 3);
        assertRefusedWhereverCut(FileFormat.GIF, SampleFiles.gif(), 6);
    }

    @Test
    void returns_a_size_or_a_refusal_for_any_bytes() {
        Random random = new Random(7);
        for (FileFormat format : new FileFormat[] {FileFormat.PNG, FileFormat.JPEG, FileFormat.GIF}) {
            byte[] whole = sample(format);
            for (int round = 0; round < 5_000; round++) {
                byte[] bytes = whole.clone();
                for (int hit = 0; hit < 3; hit++) {
                    bytes[random.nextInt(6, bytes.length)] = (byte) random.nextInt();
                }
                assertSizeOrRefusal(format, bytes);
            }
        }
    }

    private static void assertSizeOrRefusal(FileFormat format, byte[] bytes) {
        try {
            ImageSize size = sizeOf(format, bytes);
            assertThat(size.width()).isBetween(1, 12_000);
            assertThat(size.height()).isBetween(1, 12_000);
        } catch (ProblemException refused) {
            assertThat(refused.status()).isEqualTo(400);
        }
    }

    private static void assertRefusedWhereverCut(FileFormat format, byte[] whole, int from) {
        for (int length = from; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> sizeOf(format, cut))
                    .as("%s cut to %d of %d bytes", format, length, whole.length)
                    .isInstanceOf(ProblemException.class);
        }
    }

    private static byte[] sample(FileFormat format) {
        return switch (format) {
            case PNG -> SampleFiles.png();
            case JPEG -> SampleFiles.jpeg();
            default -> SampleFiles.gif();
        };
    }

    private static ImageSize sizeOf(FileFormat format, byte[] bytes) {
        return PictureStructure.of(format, bytes).size();
    }

    private static ImageSize sizeOfPng(byte[] bytes) {
        return sizeOf(FileFormat.PNG, bytes);
    }

    private static void assertRefused(String code, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
