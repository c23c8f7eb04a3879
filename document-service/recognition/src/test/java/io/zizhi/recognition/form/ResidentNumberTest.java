package io.zizhi.recognition.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ResidentNumberTest {

    /** The example of GB 11643-1999. */
    private static final String EXAMPLE = "11010519491231002X";

    @Test
    void reads_the_example_of_the_standard() {
        ResidentNumber number = ResidentNumber.in("公民身份号码" + EXAMPLE).orElseThrow();
        assertThat(number.isValid()).isTrue();
        assertThat(number.birthDate()).contains(LocalDate.of(1949, 12, 31));
        assertThat(number.sex()).isEqualTo("女");
    }

    @Test
    void reads_letters_as_the_digits_they_look_like() {
        assertThat(ResidentNumber.in("IIO1O519491231002x").orElseThrow().number())
                .isEqualTo(EXAMPLE);
    }

    @Test
    void prefers_the_valid_number_when_a_digit_stands_in_front() {
        assertThat(ResidentNumber.in("1" + EXAMPLE).orElseThrow().number()).isEqualTo(EXAMPLE);
    }

    @Test
    void returns_a_misread_number_as_invalid() {
        assertThat(ResidentNumber.in("11010519491231003X").orElseThrow().isValid())
                .isFalse();
    }

    @Test
    void finds_nothing_in_a_shorter_number() {
        assertThat(ResidentNumber.in("1101051949123100")).isEmpty();
    }
}
