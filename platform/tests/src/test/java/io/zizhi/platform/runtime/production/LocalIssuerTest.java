package io.zizhi.platform.runtime.production;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalIssuerTest {

    /** The addresses that the test's resolver returns, by host name. */
    private static final Map<String, List<String>> NAMES = Map.of(
            "login.example.cn", List.of("203.0.113.7", "2001:db8::7"),
            "hidden.example.cn", List.of("127.0.0.1"),
            "half-hidden.example.cn", List.of("203.0.113.7", "::1"),
            "any.example.cn", List.of("0.0.0.0"),
            "my_provider", List.of("203.0.113.7"));

    private final LocalIssuer issuers = new LocalIssuer(LocalIssuerTest::lookUp);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:18080/zizhi",
                "http://localhost:18080/zizhi",
                "https://LOCALHOST/zizhi",
                "https://localhost./zizhi",
                "https://login.localhost/zizhi",
                "http://[::1]:1/x",
                "https://[0:0:0:0:0:0:0:1]/x",
                "https://[::ffff:127.0.0.1]/x",
                "https://[::]/x",
                "https://127.0.0.2/x",
                "https://127.1:8443/x",
                "https://2130706433/x",
                "https://0.0.0.0/x",
                "https://0/x",
                "https://user@127.0.0.1/x",
                "https://hidden.example.cn/x",
                "https://half-hidden.example.cn/x",
                "https://any.example.cn/x",
                "https:///x",
                "not an address",
                ""
            })
    void recognises_local_servers_in_every_spelling(String issuer) {
        assertThat(issuers.find(issuer, "the.setting"))
                .hasValueSatisfying(weakness -> assertThat(weakness.kind()).isEqualTo(Weakness.Kind.LOCAL_ISSUER));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://login.example.cn/zizhi",
                "https://login.example.cn:8443",
                "https://my_provider/x",
                "https://203.0.113.7/x",
                "https://[2001:db8::7]:8443/x",
                "https://unknown.example.cn/x",
                "https://localhost.example.cn/x",
                "https://127.0.0.1.example.cn/x"
            })
    void accepts_remote_servers(String issuer) {
        assertThat(issuers.find(issuer, "the.setting")).isEmpty();
    }

    private static List<InetAddress> lookUp(String host) throws UnknownHostException {
        if (NAMES.containsKey(host)) {
            return NAMES.get(host).stream().map(LocalIssuerTest::address).toList();
        }
        if (host.matches("[0-9.]+|\\[.*]")) {
            return List.of(InetAddress.getAllByName(host));
        }
        throw new UnknownHostException(host);
    }

    private static InetAddress address(String number) {
        try {
            return InetAddress.getAllByName(number)[0];
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
