package io.zizhi.platform.http.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.zizhi.contracts.OwnerType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainEnumTest {

    private final ObjectMapper json = new ObjectMapper();

    PlainEnumTest() {
        new StrictJson().customize(json);
    }

    @Test
    void reads_documented_values() throws Exception {
        assertThat(json.readValue("{\"type\":\"COMPANY\"}", Owner.class)).isEqualTo(new Owner(OwnerType.COMPANY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"COMPANY \"", "\" COMPANY\"", "\"COMPANY\\n\"", "\"\"", "\"company\"", "0", "true"})
    void rejects_other_spellings_of_values(String other) {
        assertThatThrownBy(() -> json.readValue("{\"type\":" + other + "}", Owner.class))
                .isInstanceOf(MismatchedInputException.class);
    }

    @Test
    void reports_surrounding_blank_as_unknown_value() {
        assertThatThrownBy(() -> json.readValue("{\"type\":\"COMPANY \"}", Owner.class))
                .isInstanceOfSatisfying(
                        InvalidFormatException.class,
                        failure -> assertThat(failure.getTargetType()).isEqualTo(OwnerType.class));
    }

    private record Owner(OwnerType type) {}
}
