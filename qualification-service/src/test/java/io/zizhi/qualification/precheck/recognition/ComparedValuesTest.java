package io.zizhi.qualification.precheck.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.qualification.form.FormMother;
import io.zizhi.qualification.form.RecognisedValue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparedValuesTest {

    @ParameterizedTest
    @CsvSource({
        "/company/name, 星河示例科技有限公司",
        "/company/creditCode, 91330106673959654P",
        "/company/certificate/validFrom, 2020-01-01",
        "/company/certificate/validTo, 2099-12-31",
        "/legalRepresentative/name, 李示例",
        "/legalRepresentative/idNumber, 11010519491231002X",
        "/administrator/name, 王示例",
        "/administrator/idNumber, 110105194912310038",
        "/administrator/validFrom, 2020-01-01",
        "/administrator/validTo, 2099-12-31"
    })
    void pairs_stored_values_with_the_form(String pointer, String typed) {
        RecognisedValue stored = new RecognisedValue(pointer, "其他", "a".repeat(32), "field", 0.99);

        assertThat(ComparedValues.of(FormMother.good(), List.of(stored)))
                .containsExactly(new ComparedValue(stored, typed));
    }

    @Test
    void values_of_empty_fields_have_no_counterpart() {
        RecognisedValue stored = new RecognisedValue("/company/name", "其他", "a".repeat(32), "name", 0.99);

        assertThat(ComparedValues.of(FormMother.named("资质"), List.of(stored)))
                .containsExactly(new ComparedValue(stored, null));
    }
}
