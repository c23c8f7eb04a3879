package io.zizhi.recognition.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CreditNumberTest {

    /** A code of an organisation that does not exist. */
    private static final String CODE = "91330106MA00000A99";

    @Test
    void replaces_letters_that_no_code_has() {
        assertThat(CreditNumber.in("9I33O1O6MAO0000A99").orElseThrow().code()).isEqualTo(CODE);
    }

    @Test
    void tells_valid_codes_from_misread_ones() {
        String misread = CODE.replace("A99", "A89");
        assertThat(CreditNumber.in(misread).orElseThrow().isValid()).isFalse();
    }
}
