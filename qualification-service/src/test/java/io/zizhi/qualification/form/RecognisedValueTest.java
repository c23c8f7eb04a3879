package io.zizhi.qualification.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecognisedValueTest {

    @ParameterizedTest
    @CsvSource({
        "/administrator/idNumber, 110105194912310038, 110105********0038, 110105********0038",
        "/legalRepresentative/name, 王示例, 王示例, 王*",
        "/company/name, 星河示例科技有限公司, 星河示例科技有限公司, 星河示例科技有限公司",
        "/company/creditCode, 91330106673959654P, 91330106673959654P, 91330106673959654P",
        "/administrator/validTo, 2040-01-01, 2040-01-01, 2040-01-01"
    })
    void masks_like_typed_values(String pointer, String value, String owner, String reviewer) {
        RecognisedValue recognised = new RecognisedValue(pointer, value, "a".repeat(32), "field", 0.9);

        assertThat(recognised.forOwner()).isEqualTo(owner);
        assertThat(recognised.forReviewer()).isEqualTo(reviewer);
        assertThat(recognised.toString()).doesNotContain(value);
    }
}
