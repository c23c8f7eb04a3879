package io.zizhi.qualification.form.standard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MobileNumberTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13900001234",
                "+8613900001234",
                "008613900001234",
                "8613900001234",
                "+13900001234",
                "139 0000 1234",
                "+86-139-0000-1234"
            })
    void accepts_common_prefixes(String written) {
        assertThat(MobileNumber.normalised(written)).contains("13900001234");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1390000123",
                "139000012345",
                "14000001234",
                "15400001234",
                "01088888888",
                "+85261234567",
                "139****1234",
                "abc"
            })
    void rejects_numbers_outside_assigned_mobile_ranges(String written) {
        assertThat(MobileNumber.normalised(written)).isEmpty();
    }
}
