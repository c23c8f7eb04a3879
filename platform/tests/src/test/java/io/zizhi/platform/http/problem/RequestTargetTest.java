package io.zizhi.platform.http.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTargetTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/things",
                "/v1/things?name=%E8%B5%84&limit=5",
                "/v1/things/%F0%9F%98%80",
                "/v1/资质?",
                "/v1/things?&&=&a",
                "/v1/things?a=1+2%2B3"
            })
    void accepts_percent_encoded_text(String uri) {
        assertThat(RequestTarget.fault(uri)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/%zz,'',PATH_MALFORMED",
        "/v1/a%,'',PATH_MALFORMED",
        "/v1/a%2,'',PATH_MALFORMED",
        "/v1/a%00b,'',PATH_MALFORMED",
        "/v1/%C0%AF,'',PATH_MALFORMED",
        "/v1/%ED%A0%80,'',PATH_MALFORMED",
        "/v1/%E8%B5,'',PATH_MALFORMED",
        "/v1/a?limit=5&name=%FF,?name,PARAMETER_MALFORMED",
        "/v1/a?name=a%00,?name,PARAMETER_MALFORMED",
        "/v1/a?%FF=a,'',PARAMETER_MALFORMED",
    })
    void names_malformed_part_of_address(String uri, String pointer, String code) {
        assertThat(RequestTarget.fault(uri)).hasValueSatisfying(fault -> {
            assertThat(fault.pointer()).isEqualTo(pointer);
            assertThat(fault.code()).isEqualTo(code);
        });
    }
}
