package io.zizhi.platform.personal;

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
    void json_comes_in_plain_and_goes_out_masked() throws Exception {
        ObjectMapper json = new ObjectMapper();
        IdNumber read = json.readValue("\"511391199001015123\"", IdNumber.class);
        assertThat(read.reveal()).isEqualTo("511391199001015123");
        assertThat(json.writeValueAsString(read)).isEqualTo("\"511391********5123\"");
        assertThat(json.writeValueAsString(Phone.of("13812345678"))).isEqualTo("\"138****5678\"");
    }
}
