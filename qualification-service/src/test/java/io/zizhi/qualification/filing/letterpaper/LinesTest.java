package io.zizhi.qualification.filing.letterpaper;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LinesTest {

    @Test
    void a_paragraph_breaks_where_the_width_is_used_up() {
        assertThat(Lines.of("一二三四五", 2000)).containsExactly("一二", "三四", "五");
    }

    @Test
    void letters_and_digits_are_half_as_wide() {
        assertThat(Lines.of("ab一cd", 2000)).containsExactly("ab一", "cd");
    }

    @Test
    void no_line_begins_with_a_closing_mark() {
        assertThat(Lines.of("一二。三", 2000)).containsExactly("一二。", "三");
    }

    @Test
    void an_empty_paragraph_is_a_gap() {
        assertThat(Lines.of("", 2000)).containsExactly("");
    }
}
