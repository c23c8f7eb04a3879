package io.zizhi.document.scanning.clamd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.zizhi.document.scanning.clamd.ClamdAddress.Tcp;
import io.zizhi.document.scanning.clamd.ClamdAddress.Unix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClamdAddressTest {

    @Test
    void parses_hosts_and_sockets() {
        assertThat(ClamdAddress.parse("clamd.example.cn:3310")).isEqualTo(new Tcp("clamd.example.cn", 3310));
        assertThat(ClamdAddress.parse("127.0.0.1:3310")).isEqualTo(new Tcp("127.0.0.1", 3310));
        assertThat(ClamdAddress.parse("[::1]:3310")).isEqualTo(new Tcp("::1", 3310));
        assertThat(ClamdAddress.parse("unix:/run/clamav/clamd.ctl")).isEqualTo(new Unix("/run/clamav/clamd.ctl"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "clamd", ":3310", "clamd:0", "clamd:65536", "::1:3310", "http://clamd:3310", "unix:clamd"})
    void refuses_other_addresses(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClamdAddress.parse(text))
                .withMessageContaining("host:port or unix:/path");
    }
}
