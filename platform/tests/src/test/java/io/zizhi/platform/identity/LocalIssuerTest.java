package io.zizhi.platform.identity;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalIssuerTest {

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:18080/zizhi", "http://localhost:18080/zizhi", "http://[::1]:1/x"})
    void production_refuses_the_oidc_server_of_a_local_installation(String issuer) {
        assertThatThrownBy(() -> LocalIssuer.check(issuer, List.of("prod"))).hasMessageContaining("is a local one");
    }

    @Test
    void a_local_installation_and_a_real_provider_pass() {
        assertThatCode(() -> LocalIssuer.check("http://127.0.0.1:18080/zizhi", List.of("local")))
                .doesNotThrowAnyException();
        assertThatCode(() -> LocalIssuer.check("https://login.example.cn/zizhi", List.of("prod")))
                .doesNotThrowAnyException();
    }
}
