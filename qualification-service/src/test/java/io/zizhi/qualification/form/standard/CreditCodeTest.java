package io.zizhi.qualification.form.standard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreditCodeTest {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    @ParameterizedTest
    @ValueSource(strings = {"91330106673959654P", "91330100716105852F", "91110108551385082Q", "91440300708461136T"})
    void accepts_codes_in_use(String code) {
        assertThat(CreditCode.isValid(code)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "9133010667395965",
                "91330106673959654PP",
                "91330106673959654p",
                "9133010667395965IP",
                "91330106673959654O",
                "９１330106673959654P",
                "000000000000000000",
                "013301066739596541",
                "91030106673959654K"
            })
    void rejects_wrong_length_and_alphabet(String code) {
        assertThat(CreditCode.isValid(code)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"91330106673959654P, true", "91110000600037341L, true", "91330106673959651E, false"})
    void checks_organisation_code_of_gb_11714(String code, boolean usual) {
        assertThat(CreditCode.isValid(code)).isTrue();
        assertThat(CreditCode.hasUsualOrganisationCode(code)).isEqualTo(usual);
    }

    @Test
    void detects_any_single_wrong_character() {
        String code = "91330106673959654P";
        for (int position = 0; position < code.length(); position++) {
            for (int index = 0; index < ALPHABET.length(); index++) {
                char other = ALPHABET.charAt(index);
                if (other != code.charAt(position)) {
                    String wrong = code.substring(0, position) + other + code.substring(position + 1);
                    assertThat(CreditCode.isValid(wrong)).as(wrong).isFalse();
                }
            }
        }
    }

    @Test
    void first_characters_identify_registering_authority() {
        assertThat(CreditCode.isOfBusiness("91330106673959654P")).isTrue();
        assertThat(CreditCode.isOfPublicBody("12330000470012345A")).isTrue();
        assertThat(CreditCode.isOfSelfEmployed("92330106MA00000000")).isTrue();
        assertThat(CreditCode.isOfSelfEmployed("91330106673959654P")).isFalse();
    }
}
