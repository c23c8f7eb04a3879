package io.zizhi.platform.privacy.personal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class MaskingTest {

    @Test
    void an_id_shows_its_first_six_and_last_four_characters() {
        assertThat(IdNumber.of("511391199001015123")).hasToString("511391********5123");
        assertThat(IdNumber.of("E12345678")).hasToString("*******78");
        assertThat(IdNumber.of("H1234567801")).hasToString("*********01");
        assertThat(IdNumber.of("1")).hasToString("*");
    }

    @Test
    void a_phone_hides_four_digits() {
        assertThat(Phone.of("13812345678")).hasToString("138****5678");
        assertThat(Phone.of("138 1234 5678")).hasToString("138****5678");
        assertThat(Phone.of("1234567")).hasToString("*******");
    }

    @Test
    void a_name_shows_its_first_character() {
        assertThat(PersonName.of("李明")).hasToString("李*");
        assertThat(PersonName.of("𠮷田")).hasToString("𠮷*");
    }

    @Test
    void reads_plain_json_and_writes_masked_json() throws Exception {
        ObjectMapper json = new ObjectMapper();
        IdNumber read = json.readValue("\"511391199001015123\"", IdNumber.class);
        assertThat(read.reveal()).isEqualTo("511391199001015123");
        assertThat(json.writeValueAsString(read)).isEqualTo("\"511391********5123\"");
        assertThat(json.writeValueAsString(Phone.of("13812345678"))).isEqualTo("\"138****5678\"");
    }

    @Test
    void own_text_masks_only_ids_and_phones() {
        assertThat(PersonalText.masked("id 51139119900101512x, 13812345678, order 20000006, 91330106673959654P", 200))
                .isEqualTo("id 511391********512x, 138****5678, order 20000006, 91330106673959654P");
        assertThat(PersonalText.masked("at 2026-11-24T02:00:00Z, 1764000000000 ms\0\n", 200))
                .isEqualTo("at 2026-11-24T02:00:00Z, 1764000000000 ms  ");
    }

    @Test
    void outside_text_masks_names_addresses_and_long_numbers() {
        assertThat(PersonalText.strictlyMasked("李雷 a.b@c.cn 8613812345678 E12345678 20000006 42", 200))
                .isEqualTo("李* a*** 86138****5678 *******78 ******06 42");
        assertThat(PersonalText.strictlyMasked("１３８１２３４５６７８", 200)).isEqualTo("138****5678");
        String id = "0199c5d0-1234-7abc-8def-123456789012";
        assertThat(PersonalText.strictlyMasked(id, 200)).isEqualTo(id);
    }

    @Test
    void masks_text_before_cutting_it() {
        String masked = PersonalText.masked("a".repeat(95) + " 13812345678", 100);
        assertThat(masked).startsWith("aaa").endsWith(" 138*…").hasSize(101);
        assertThat(PersonalText.strictlyMasked("1".repeat(5000), 10)).isEqualTo("111111****…");
    }
}
