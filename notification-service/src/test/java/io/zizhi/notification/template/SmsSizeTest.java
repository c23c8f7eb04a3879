package io.zizhi.notification.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.notification.sender.message.SmsEncoding;
import org.junit.jupiter.api.Test;

class SmsSizeTest {

    @Test
    void latin_text_fits_160_characters_into_one_segment() {
        assertThat(SmsSize.of("a".repeat(160))).isEqualTo(new SmsSize(SmsEncoding.GSM_7, 160, 1));
        assertThat(SmsSize.of("a".repeat(161))).isEqualTo(new SmsSize(SmsEncoding.GSM_7, 161, 2));
        assertThat(SmsSize.of("a".repeat(304))).isEqualTo(new SmsSize(SmsEncoding.GSM_7, 304, 2));
        assertThat(SmsSize.of("a".repeat(305)).segments()).isEqualTo(3);
    }

    @Test
    void chinese_text_fits_70_characters_into_one_segment() {
        assertThat(SmsSize.of("资".repeat(70))).isEqualTo(new SmsSize(SmsEncoding.UCS_2, 70, 1));
        assertThat(SmsSize.of("资".repeat(71))).isEqualTo(new SmsSize(SmsEncoding.UCS_2, 71, 2));
        assertThat(SmsSize.of("资".repeat(132)).segments()).isEqualTo(2);
        assertThat(SmsSize.of("资".repeat(133)).segments()).isEqualTo(3);
    }

    @Test
    void one_character_outside_gsm_7_needs_ucs_2() {
        assertThat(SmsSize.of("Reason: …").encoding()).isEqualTo(SmsEncoding.UCS_2);
        assertThat(SmsSize.of("Ärger ä ö ñ £ ¥ @ Ω \n").encoding()).isEqualTo(SmsEncoding.GSM_7);
        assertThat(SmsSize.of("ç").encoding()).isEqualTo(SmsEncoding.UCS_2);
        assertThat(SmsSize.of("`").encoding()).isEqualTo(SmsEncoding.UCS_2);
    }

    @Test
    void extended_characters_count_twice_and_are_not_split() {
        assertThat(SmsSize.of("€".repeat(80)).segments()).isOne();
        assertThat(SmsSize.of("€".repeat(81)).segments()).isEqualTo(2);
        assertThat(SmsSize.of("€".repeat(152)).segments()).as("76 in each").isEqualTo(2);
        assertThat(SmsSize.of("a" + "€".repeat(151)).segments())
                .as("303 units, but only 151 in the first")
                .isEqualTo(2);
        assertThat(SmsSize.of("a" + "€".repeat(151) + "a").segments())
                .as("304 units, but only 151 in the first")
                .isEqualTo(3);
    }

    @Test
    void rare_characters_count_twice_and_are_not_split() {
        assertThat(SmsSize.of("𠮷".repeat(35))).isEqualTo(new SmsSize(SmsEncoding.UCS_2, 35, 1));
        assertThat(SmsSize.of("𠮷".repeat(66)).segments()).as("33 in each").isEqualTo(2);
        assertThat(SmsSize.of("中" + "𠮷".repeat(65) + "中").segments())
                .as("132 units, but only 65 in the first")
                .isEqualTo(3);
        assertThat(SmsSize.of("𠮷".repeat(67)).segments()).as("134 units").isEqualTo(3);
    }

    @Test
    void an_empty_text_is_one_segment() {
        assertThat(SmsSize.of("")).isEqualTo(new SmsSize(SmsEncoding.GSM_7, 0, 1));
    }
}
