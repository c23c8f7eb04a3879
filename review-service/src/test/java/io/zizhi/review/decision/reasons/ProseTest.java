package io.zizhi.review.decision.reasons;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ProseTest {

    private static final Pattern PROSE = Pattern.compile(Prose.PATTERN);

    @Test
    void allows_line_breaks_and_tabs_but_no_other_control_characters() {
        assertThat(PROSE.matcher("一\r\n\t二" + "字".repeat(100_000)).matches()).isTrue();
        for (int character : new int[] {0x00, 0x07, 0x0B, 0x1B, 0x7F, 0x9F}) {
            assertThat(PROSE.matcher("一" + Character.toString(character)).matches())
                    .as("U+%04X", character)
                    .isFalse();
        }
    }
}
