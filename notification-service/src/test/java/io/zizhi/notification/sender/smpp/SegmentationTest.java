package io.zizhi.notification.sender.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentationTest {

    @ParameterizedTest
    @CsvSource({
        "a, 160, 1",
        "a, 161, 2",
        "a, 304, 2",
        "a, 305, 3",
        "€, 80, 1",
        "€, 81, 2",
        "中, 70, 1",
        "中, 71, 2",
        "中, 132, 2",
        "中, 133, 3"
    })
    void counts_segments_as_gsm_does(String character, int times, int segments) {
        assertThat(Segmentation.of(character.repeat(times), 1)).hasSize(segments);
    }

    @Test
    void a_short_text_has_no_header() {
        Segment only = Segmentation.of("Code 1[", 0xABCD).getFirst();
        assertThat(only.hasHeader()).isFalse();
        assertThat(only.isUcs2()).isFalse();
        assertThat(only.octets()).containsExactly('C', 'o', 'd', 'e', ' ', '1', 0x1B, 0x3C);
    }

    @Test
    void a_long_text_carries_reference_count_and_number() {
        List<Segment> segments = Segmentation.of("中".repeat(140), 0x12ABCD);
        assertThat(segments).hasSize(3).allMatch(Segment::hasHeader).allMatch(Segment::isUcs2);
        assertThat(segments.get(1).octets())
                .startsWith(6, 8, 4, 0xAB, 0xCD, 3, 2)
                .hasSize(7 + 132);
        assertThat(segments.get(2).octets())
                .startsWith(6, 8, 4, 0xAB, 0xCD, 3, 3)
                .hasSize(7 + 16);
    }

    @Test
    void segments_join_to_the_text() {
        String text = "您的验证码是 274913，5 分钟内有效。".repeat(12);
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        Segmentation.of(text, 1).forEach(segment -> joined.writeBytes(text(segment)));
        assertThat(joined.toString(StandardCharsets.UTF_16BE)).isEqualTo(text);
    }

    @Test
    void never_cuts_a_surrogate_pair() {
        String text = "中".repeat(65) + "\uD83D\uDE00".repeat(20);
        List<Segment> segments = Segmentation.of(text, 1);
        assertThat(segments).allSatisfy(segment -> {
            String part = new String(text(segment), StandardCharsets.UTF_16BE);
            assertThat(Character.isLowSurrogate(part.charAt(0))).isFalse();
            assertThat(Character.isHighSurrogate(part.charAt(part.length() - 1)))
                    .isFalse();
        });
    }

    @Test
    void never_cuts_an_escape_sequence() {
        List<Segment> segments = Segmentation.of("a".repeat(151) + "€".repeat(20), 1);
        assertThat(segments).hasSize(2);
        assertThat(segments.getFirst().octets()).hasSize(7 + 151).endsWith('a');
        assertThat(text(segments.getLast())).startsWith(0x1B, 0x65);
    }

    @Test
    void hides_the_text() {
        assertThat(Segmentation.of("Code 274913", 1).toString()).doesNotContain("50", "274913");
    }

    private static byte[] text(Segment segment) {
        return Arrays.copyOfRange(segment.octets(), 7, segment.octets().length);
    }
}
