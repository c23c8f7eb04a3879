package io.zizhi.notification.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.zizhi.notification.Clients;
import io.zizhi.notification.Rows;
import io.zizhi.notification.verification.model.PhoneCodeComponentTest;
import io.zizhi.platform.http.address.ProxyConfig;
import io.zizhi.platform.http.address.TrustedProxies;
import io.zizhi.platform.privacy.encryption.BlindIndex;
import io.zizhi.platform.testkit.LocalInfrastructure;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** Trusts this machine as a proxy; {@link PhoneCodeComponentTest} tests a service that trusts none. */
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class ForwardedClientComponentTest {

    @Inject
    BlindIndex index;

    @Test
    void counts_the_client_that_a_trusted_proxy_names() {
        ProxyConfig config = new SmallRyeConfigBuilder()
                .withMapping(ProxyConfig.class)
                .withDefaultValue("zizhi.http.trusted-proxies", "127.0.0.1,::1")
                .build()
                .getConfigMapping(ProxyConfig.class);
        QuarkusMock.installMockForType(new TrustedProxies(config), TrustedProxies.class);
        Clients.issueVia("198.51.100.1, 203.0.113.9", Clients.newPhone()).then().statusCode(202);
        assertThat(codesTo("203.0.113.9")).isOne();
        assertThat(codesTo("198.51.100.1")).isZero();
    }

    private long codesTo(String address) {
        return Rows.count("select count(*) from code_send where bucket = 'address' and bucket_key = '"
                + index.of("code_send.address", address).stored() + "'");
    }
}
