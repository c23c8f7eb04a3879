package io.zizhi.document.viewing.watermark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MarkTest {

    @Test
    void is_written_as_twelve_digits() {
        assertThat(new Mark(0x7F3A)).hasToString("000000007f3a");
        assertThat(Mark.parse("000000007f3a")).contains(new Mark(0x7F3A));
        assertThat(Mark.parse("7f3a")).isEmpty();
        assertThat(Mark.parse("00000000-f3a")).isEmpty();
        assertThatThrownBy(() -> new Mark(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void check_sum_finds_every_single_wrong_bit() {
        Mark mark = Mark.random();
        assertThat(Mark.decoded(mark.codeWord())).contains(mark);
        for (int bit = 0; bit < Long.SIZE; bit++) {
            assertThat(Mark.decoded(mark.codeWord() ^ (1L << bit))).isEmpty();
        }
    }
}
