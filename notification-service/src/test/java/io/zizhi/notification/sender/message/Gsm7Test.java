package io.zizhi.notification.sender.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Gsm7Test {

    /** Values of 3GPP TS 23.038, 6.2.1 and 6.2.1.1. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "@|00", "£|01", "Ç|09", "Å|0e", "Δ|10", "_|11", "Ξ|1a", "Æ|1c", "É|1f", "\"|22", "¤|24", "0|30", "¡|40",
                "A|41", "Z|5a", "Ä|5b", "§|5f", "¿|60", "a|61", "z|7a", "à|7f", "€|1b65", "[|1b3c", "{|1b28", "\\|1b2f"
            })
    void encodes_as_the_standard_says(String character, String octets) {
        assertThat(Gsm7.octets(character.charAt(0)).map(HexFormat.of()::formatHex))
                .contains(octets);
    }

    @ParameterizedTest
    @ValueSource(strings = {"验证码", "ç", "“", "\uFFFF", "\u001B", "\uD83D\uDE00"})
    void lacks_other_characters(String text) {
        assertThat(Gsm7.fits("Code " + text)).isFalse();
    }

    @Test
    void has_127_codes_besides_the_escape() {
        long known = IntStream.rangeClosed(0, 0xFFFF)
                .mapToObj(each -> Gsm7.octets((char) each))
                .flatMap(Optional::stream)
                .filter(octets -> octets.length == 1)
                .map(octets -> octets[0])
                .distinct()
                .count();
        assertThat(known).isEqualTo(127);
    }
}
