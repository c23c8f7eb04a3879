package io.zizhi.qualification.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextLimitsTest {

    @Test
    void characters_are_counted_and_not_halves_of_them() {
        assertThat(TextLimits.codeOf("\uD840\uDC0B".repeat(3), 3, false)).isEmpty();
        assertThat(TextLimits.codeOf("abcd", 3, false)).contains("FIELD_TOO_LONG");
    }

    @Test
    void lines_are_allowed_only_where_they_are_meant() {
        assertThat(TextLimits.codeOf("a\n\tb", 9, true)).isEmpty();
        assertThat(TextLimits.codeOf("a\nb", 9, false)).contains("FIELD_HAS_CONTROL_CHARACTERS");
        assertThat(TextLimits.codeOf("a\0b", 9, true)).contains("FIELD_HAS_CONTROL_CHARACTERS");
    }

    /** Kept, it would come back as a question mark. */
    @Test
    void half_a_character_is_refused() {
        assertThat(TextLimits.codeOf("李\uD800", 9, false)).contains("FIELD_NOT_UNICODE");
    }
}
