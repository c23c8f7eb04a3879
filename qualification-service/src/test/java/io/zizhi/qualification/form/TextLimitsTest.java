package io.zizhi.qualification.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextLimitsTest {

    @Test
    void counts_code_points() {
        assertThat(TextLimits.codeOf("\uD840\uDC0B".repeat(3), 3, false)).isEmpty();
        assertThat(TextLimits.codeOf("abcd", 3, false)).contains("FIELD_TOO_LONG");
    }

    @Test
    void allows_line_breaks_only_in_multiline_texts() {
        assertThat(TextLimits.codeOf("a\n\tb", 9, true)).isEmpty();
        assertThat(TextLimits.codeOf("a\nb", 9, false)).contains("FIELD_HAS_CONTROL_CHARACTERS");
        assertThat(TextLimits.codeOf("a\0b", 9, true)).contains("FIELD_HAS_CONTROL_CHARACTERS");
    }

    /** If it were stored, it would be read back as a question mark. */
    @Test
    void rejects_unpaired_surrogate() {
        assertThat(TextLimits.codeOf("李\uD800", 9, false)).contains("FIELD_NOT_UNICODE");
    }
}
