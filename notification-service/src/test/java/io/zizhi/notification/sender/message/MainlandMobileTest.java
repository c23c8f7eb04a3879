package io.zizhi.notification.sender.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zizhi.platform.http.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainlandMobileTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13800138000",
                "+8613800138000",
                "008613800138000",
                "8613800138000",
                "+13800138000",
                " 13800138000 ",
                "138 0013 8000",
                "+86 138-0013-8000",
                "0086 138 0013 8000"
            })
    void normalises_all_prefixes(String typed) {
        assertThat(MainlandMobile.elevenDigits(typed)).contains("13800138000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13000000000",
                "14500000000",
                "14700000000",
                "15300000000",
                "15900000000",
                "16200000000",
                "16600000000",
                "17000000000",
                "17800000000",
                "18600000000",
                "19200000000",
                "19900000000"
            })
    void accepts_mobile_ranges(String number) {
        assertThat(MainlandMobile.elevenDigits(number)).contains(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "1380013800",
                "138001380000",
                "12800138000",
                "14000000000",
                "15400000000",
                "16000000000",
                "17900000000",
                "01087654321",
                "+85291234567",
                "+861380013800a",
                "13800138000;1",
                "１３８００１３８０００",
                "1064912345678",
                "++8613800138000",
                "+86+8613800138000"
            })
    void rejects_other_numbers(String typed) {
        assertThat(MainlandMobile.elevenDigits(typed)).isEmpty();
    }

    @Test
    void refusal_names_the_field_without_the_number() {
        assertThatThrownBy(() -> MainlandMobile.require("01087654321", "/phone"))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.code()).isEqualTo("PHONE_INVALID");
                    assertThat(problem.toString()).doesNotContain("01087654321");
                });
    }
}
