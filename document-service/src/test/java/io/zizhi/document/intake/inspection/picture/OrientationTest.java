package io.zizhi.document.intake.inspection.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.document.intake.SampleFiles;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class OrientationTest {

    private final byte[] jpeg = SampleFiles.jpeg();

    @Test
    void reads_each_orientation_of_a_jpeg() {
        Orientation[] orientations = Orientation.values();
        for (int value = 1; value <= orientations.length; value++) {
            assertThat(Orientation.ofJpeg(SampleFiles.orientedJpeg(jpeg, value)))
                    .isEqualTo(orientations[value - 1]);
        }
    }

    @Test
    void is_upright_without_readable_exif_data() {
        assertThat(Orientation.ofJpeg(jpeg)).isEqualTo(Orientation.UPRIGHT);
        assertThat(Orientation.ofJpeg(SampleFiles.orientedJpeg(jpeg, 0))).isEqualTo(Orientation.UPRIGHT);
        assertThat(Orientation.ofJpeg(SampleFiles.orientedJpeg(jpeg, 9))).isEqualTo(Orientation.UPRIGHT);
        byte[] turned = SampleFiles.orientedJpeg(jpeg, 6);
        for (int length = 0; length < 30; length++) {
            assertThat(Orientation.ofJpeg(Arrays.copyOf(turned, length))).isEqualTo(Orientation.UPRIGHT);
        }
    }
}
