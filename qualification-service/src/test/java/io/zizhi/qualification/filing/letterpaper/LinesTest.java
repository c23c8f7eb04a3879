package io.zizhi.qualification.filing.letterpaper;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LinesTest {

    @Test
    void breaks_paragraph_at_full_width() {
        assertThat(Lines.of("一二三四五", 2000)).containsExactly("一二", "三四", "五");
    }

    @Test
    void letters_and_digits_have_half_width() {
        assertThat(Lines.of("ab一cd", 2000)).containsExactly("ab一", "cd");
    }

    @Test
    void never_begins_a_line_with_closing_mark() {
        assertThat(Lines.of("一二。三", 2000)).containsExactly("一二。", "三");
    }

    @Test
    void empty_paragraph_becomes_empty_line() {
        assertThat(Lines.of("", 2000)).containsExactly("");
    }
}
