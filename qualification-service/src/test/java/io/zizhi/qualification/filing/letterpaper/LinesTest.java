package io.zizhi.qualification.filing.letterpaper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LinesTest {

    @Test
    void breaks_paragraph_at_full_width() {
        assertThat(lines("一二三四五")).containsExactly("一二", "三四", "五");
    }

    @Test
    void fits_by_width_of_each_character() {
        assertThat(lines("ab一cd")).containsExactly("ab一", "cd");
    }

    @Test
    void never_begins_a_line_with_closing_mark() {
        assertThat(lines("一二。三")).containsExactly("一二。", "三");
    }

    @Test
    void empty_paragraph_becomes_empty_line() {
        assertThat(lines("")).containsExactly("");
    }

    /** Breaks at two em; ASCII characters have half an em. */
    private static List<String> lines(String paragraph) {
        return Lines.of(paragraph, 2000, codePoint -> codePoint < 0x80 ? 500 : 1000);
    }
}
