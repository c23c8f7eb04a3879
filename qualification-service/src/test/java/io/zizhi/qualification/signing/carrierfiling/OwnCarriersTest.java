package io.zizhi.qualification.signing.carrierfiling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zizhi.platform.http.problem.ProblemException;
import jakarta.json.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

class OwnCarriersTest {

    @Test
    void token_without_array_names_no_carrier() {
        assertThat(OwnCarriers.named(null).codes()).isEmpty();
        assertThat(OwnCarriers.named("CHINA_MOBILE").codes()).isEmpty();
        assertThat(OwnCarriers.named(List.of()).codes()).isEmpty();
    }

    @Test
    void array_names_carriers() {
        OwnCarriers carriers =
                OwnCarriers.named(Json.createArrayBuilder().add("CHINA_MOBILE").build());

        assertThatCode(() -> carriers.require("CHINA_MOBILE")).doesNotThrowAnyException();
        assertThatThrownBy(() -> carriers.require("CHINA_UNICOM"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo("CARRIER_NOT_ALLOWED"));
    }
}
