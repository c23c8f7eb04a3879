package io.zizhi.platform.http.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {

    private static final String PROXY = "10.0.0.7";

    private final TrustedProxies proxies = new TrustedProxies(List.of("10.0.0.0/24", "fd00::1"));

    @Test
    void ignores_the_header_of_an_untrusted_peer() {
        assertThat(proxies.clientOf("203.0.113.9", List.of("198.51.100.1"))).isEqualTo("203.0.113.9");
        assertThat(new TrustedProxies(List.of()).clientOf(PROXY, List.of("198.51.100.1")))
                .isEqualTo(PROXY);
    }

    @Test
    void uses_the_address_appended_by_the_proxy() {
        assertThat(proxies.clientOf(PROXY, List.of("198.51.100.1, 203.0.113.9")))
                .isEqualTo("203.0.113.9");
        assertThat(proxies.clientOf(PROXY, List.of("198.51.100.1", "203.0.113.9")))
                .isEqualTo("203.0.113.9");
    }

    @Test
    void skips_all_trusted_proxies_of_a_chain() {
        assertThat(proxies.clientOf("fd00::1", List.of("198.51.100.1, 203.0.113.9,10.0.0.8 , 10.0.0.9")))
                .isEqualTo("203.0.113.9");
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.9:4711, 203.0.113.9",
        "2001:db8::1, 2001:db8::1",
        "[2001:db8::1], 2001:db8::1",
        "[2001:db8::1]:4711, 2001:db8::1"
    })
    void reads_addresses_with_and_without_a_port(String entry, String client) {
        assertThat(proxies.clientOf(PROXY, List.of(entry))).isEqualTo(client);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "unknown", "localhost", "_hidden", "1.2.3", "999.1.1.1", "10.0.0.8.example.com"})
    void uses_the_proxy_if_it_names_no_address(String entry) {
        assertThat(proxies.clientOf(PROXY, List.of("203.0.113.9, " + entry))).isEqualTo(PROXY);
    }

    @Test
    void uses_the_peer_without_a_header() {
        assertThat(proxies.clientOf(PROXY, List.of())).isEqualTo(PROXY);
    }

    @Test
    void counts_one_ipv6_network_behind_a_proxy_as_one_client() {
        assertThat(ClientAddress.of(proxies.clientOf(PROXY, List.of("2001:db8:1:2::1"))))
                .isEqualTo(ClientAddress.of(proxies.clientOf(PROXY, List.of("[2001:db8:1:2:ffff::9]:443"))))
                .isNotEqualTo(ClientAddress.of(proxies.clientOf(PROXY, List.of("2001:db8:1:3::1"))));
    }

    @Test
    void rejects_an_invalid_network_setting() {
        assertThatThrownBy(() -> new TrustedProxies(List.of("proxy.example.com")))
                .hasMessageContaining("proxy.example.com");
    }
}
