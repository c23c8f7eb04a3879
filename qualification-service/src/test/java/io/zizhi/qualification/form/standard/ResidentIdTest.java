package io.zizhi.qualification.form.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResidentIdTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @Test
    void accepts_sample_of_the_standard() {
        assertThat(ResidentId.isValid("11010519491231002X", TODAY)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "110105194912310021",
                "11010519491231002x",
                "11010519491231002",
                "11010519490231002X",
                "99010519491231002X",
                "1101051949123100２X",
                ""
            })
    void checks_format_province_date_and_check_character(String number) {
        assertThat(ResidentId.isValid(number, TODAY)).isFalse();
    }

    @Test
    void rejects_birth_date_after_today() {
        String number = "11010519491231002X";
        assertThat(ResidentId.isValid(number, LocalDate.of(1949, 12, 31))).isTrue();
        assertThat(ResidentId.isValid(number, LocalDate.of(1949, 12, 30))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"810000199408230021", "830000199201300022"})
    void accepts_residence_permits(String number) {
        assertThat(ResidentId.isValidResidencePermit(number, TODAY)).isTrue();
    }

    @Test
    void resident_id_is_not_a_residence_permit() {
        assertThat(ResidentId.isValidResidencePermit("11010519491231002X", TODAY))
                .isFalse();
    }

    @Test
    void detects_any_single_wrong_digit() {
        String number = "11010519491231002X";
        for (int position = 0; position < 17; position++) {
            for (char other = '0'; other <= '9'; other++) {
                if (other != number.charAt(position)) {
                    String wrong = number.substring(0, position) + other + number.substring(position + 1);
                    assertThat(ResidentId.isValid(wrong, TODAY)).as(wrong).isFalse();
                }
            }
        }
    }
}
