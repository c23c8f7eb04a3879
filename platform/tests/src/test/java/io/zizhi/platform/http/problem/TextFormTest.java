package io.zizhi.platform.http.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextFormTest {

    @Test
    void accepts_text_in_any_script() {
        assertThat(TextForm.codeOf("资质 𠀋 😀 \u202E \uFFFF\n")).isEmpty();
        assertThat(TextForm.codeOf("")).isEmpty();
    }

    @Test
    void rejects_lone_surrogate() {
        assertThat(TextForm.codeOf("a\uD800")).contains("FIELD_NOT_UNICODE");
        assertThat(TextForm.codeOf("\uDC00\uD800")).contains("FIELD_NOT_UNICODE");
    }

    @Test
    void rejects_nul() {
        assertThat(TextForm.codeOf("a\0b")).contains("FIELD_HAS_CONTROL_CHARACTERS");
    }

    @Test
    void validates_utf8_strictly() {
        assertThat(TextForm.isUtf8("资质😀".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isTrue();
        assertThat(TextForm.isUtf8(new byte[] {(byte) 0xC0, (byte) 0x80})).isFalse();
        assertThat(TextForm.isUtf8(new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80}))
                .isFalse();
        assertThat(TextForm.isUtf8(new byte[] {(byte) 0xE8, (byte) 0xB5})).isFalse();
    }
}
