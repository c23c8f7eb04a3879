package io.zizhi.notification.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRulesTest {

    private static final AddressRules STRICT = new AddressRules(List.of());
    private static final AddressRules WITH_OWN = new AddressRules(List.of("10.20.0.0/16", "fd12:3456::/32"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.255.254",
                "0.0.0.0",
                "10.0.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.100.100.200",
                "168.63.129.16",
                "183.60.82.98",
                "183.60.83.19",
                "192.0.0.192",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "::ffff:127.0.0.1",
                "::ffff:169.254.169.254",
                "::127.0.0.1",
                "fe80::1",
                "fd00:ec2::254",
                "fc00::1",
                "ff02::1",
                "64:ff9b::a9fe:a9fe",
                "2002:7f00:1::",
                "2001:0:7f00:1::",
                "2001:db8::1"
            })
    void refuses_non_public_addresses_and_tunnels_to_them(String address) {
        assertThat(STRICT.allows(at(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1.1.1", "172.15.255.255", "172.32.0.1", "100.128.0.1", "223.5.5.5", "2400:3200::1"})
    void public_addresses_are_allowed(String address) {
        assertThat(STRICT.allows(at(address))).isTrue();
        assertThat(STRICT.isOwn(at(address))).isFalse();
    }

    @Test
    void allows_only_the_operators_networks() {
        assertThat(WITH_OWN.isOwn(at("10.20.255.255"))).isTrue();
        assertThat(WITH_OWN.allows(at("10.21.0.0"))).isFalse();
        assertThat(WITH_OWN.allows(at("fd12:3456:ffff::1"))).isTrue();
        assertThat(WITH_OWN.allows(at("fd12:3457::1"))).isFalse();
        assertThat(WITH_OWN.allows(at("127.0.0.1"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0", "10.0.0.0/33", "example.com/8", "10.0.0.0/-1", "/8", "fd00::/129", "10.0.0/8"})
    void rejects_invalid_networks_at_start_up(String network) {
        assertThatThrownBy(() -> new AddressRules(List.of(network))).isInstanceOf(IllegalArgumentException.class);
    }

    private static InetAddress at(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException impossible) {
            throw new IllegalArgumentException(literal, impossible);
        }
    }
}
