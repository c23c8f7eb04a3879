package io.zizhi.document.viewing.watermark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LetteringTest {

    private final Lettering lettering = new Lettering();

    @Test
    void has_letters_of_people_and_of_carrier_filings() {
        assertThat((Watermark.FOR_CARRIER_FILING + "CHINA_MOBILE 0123456789:-abc").codePoints())
                .allMatch(lettering::has);
        assertThat(lettering.has('章')).isFalse();
    }
}
