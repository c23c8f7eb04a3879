package io.zizhi.notification.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class ReceiverTest {

    @Test
    void a_secret_has_32_bytes_and_no_two_are_the_same() {
        String secret = Receiver.newSecret();
        assertThat(secret).startsWith("whsec_").isNotEqualTo(Receiver.newSecret());
        assertThat(Base64.getDecoder().decode(secret.substring("whsec_".length())))
                .hasSize(32);
        assertThat(new Receiver("https://example.com/", secret).toString()).doesNotContain("example", secret);
    }
}
