package io.zizhi.notification.verification.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.notification.verification.CodeRequest;
import io.zizhi.notification.verification.PhoneRequest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PhoneCodeTest {

    @Test
    void codes_have_six_digits_and_hardly_ever_repeat() {
        var codes =
                Stream.generate(() -> PhoneCode.random().reveal()).limit(1000).toList();
        assertThat(codes).allMatch(code -> code.matches(PhoneCode.FORM));
        assertThat(codes.stream().distinct().count()).isGreaterThan(980);
    }

    @Test
    void hides_the_code_in_toString() {
        assertThat(PhoneCode.of("123456")).hasToString("******");
        assertThat(new CodeRequest("123456").toString()).doesNotContain("123456");
        assertThat(new PhoneRequest("13800138000").toString()).doesNotContain("138");
    }
}
