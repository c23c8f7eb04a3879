package io.zizhi.qualification.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdTypeTest {

    @ParameterizedTest
    @CsvSource({
        "RESIDENT_ID, 11010519491231002X, true",
        "RESIDENT_ID, 110105194912310021, false",
        "RESIDENT_ID, 710000199001010015, false",
        "RESIDENT_ID, 810000199001010019, false",
        "RESIDENT_ID, 910000199001010012, false",
        "RESIDENCE_PERMIT, 810000199408230021, true",
        "RESIDENCE_PERMIT, 830000199201300022, true",
        "RESIDENCE_PERMIT, 11010519491231002X, false",
        "HOME_RETURN_PERMIT, H12345678, true",
        "HOME_RETURN_PERMIT, M1234567801, true",
        "HOME_RETURN_PERMIT, X12345678, false",
        "HOME_RETURN_PERMIT, H123456780, false",
        "TAIWAN_COMPATRIOT_PERMIT, 12345678, true",
        "TAIWAN_COMPATRIOT_PERMIT, 1234567890A, true",
        "TAIWAN_COMPATRIOT_PERMIT, 0123456789(A), true",
        "TAIWAN_COMPATRIOT_PERMIT, 0123456789（A）, true",
        "TAIWAN_COMPATRIOT_PERMIT, 0123456789(A, false",
        "TAIWAN_COMPATRIOT_PERMIT, 123456789, false",
        "PASSPORT, E12345678, true",
        "PASSPORT, G12345678, true",
        "PASSPORT, 1234, false",
        "PASSPORT, E1234-678, false",
        "OTHER, 911124198108030024, true",
        "OTHER, 军字第1234567号, true",
        "OTHER, 军字第 1234567号, false",
        "OTHER, '', false"
    })
    void checks_number_format_by_id_type(IdType type, String number, boolean accepted) {
        assertThat(type.accepts(number, LocalDate.of(2026, 11, 24))).isEqualTo(accepted);
    }
}
