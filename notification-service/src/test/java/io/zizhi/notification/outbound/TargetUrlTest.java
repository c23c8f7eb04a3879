package io.zizhi.notification.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetUrlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.com/hook",
                "ftp://example.com/",
                "file:///etc/passwd",
                "https://",
                "https:///path",
                "https://user:password@example.com/",
                "https://example.com/#part",
                "https://example.com:70000/",
                "https://example.com:0/",
                "https://exa mple.com/",
                "https://10.1/",
                "https://例子.example/",
                "https://example.com/\u0000"
            })
    void rejects_unusable_urls(String text) {
        assertThat(TargetUrl.parse(text)).isEmpty();
    }

    @Test
    void splits_a_url_and_shows_only_its_origin() {
        TargetUrl url =
                TargetUrl.parse("HTTPS://Hooks.example.com:8443/t/secret?x=1").orElseThrow();
        assertThat(url.isEncrypted()).isTrue();
        assertThat(url.host()).isEqualTo("Hooks.example.com");
        assertThat(url.port()).isEqualTo(8443);
        assertThat(url.pathAndQuery()).isEqualTo("/t/secret?x=1");
        assertThat(url.origin()).isEqualTo("https://hooks.example.com:8443");
        assertThat(url.toString()).doesNotContain("secret");
    }

    @Test
    void uses_default_port_and_path() {
        TargetUrl url = TargetUrl.parse("https://[2400:3200::1]").orElseThrow();
        assertThat(url.host()).isEqualTo("2400:3200::1");
        assertThat(url.port()).isEqualTo(443);
        assertThat(url.pathAndQuery()).isEqualTo("/");
        assertThat(TargetUrl.parse("http://example.com/").orElseThrow().port()).isEqualTo(80);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://hooks.example.com",
                "https://HOOKS.example.com./a",
                "https://hooks.example.com:443/b",
                "https://hooks.example.com:0443/"
            })
    void one_receiver_has_one_origin(String text) {
        assertThat(TargetUrl.parse(text).orElseThrow().origin()).isEqualTo("https://hooks.example.com");
    }

    @Test
    void one_address_has_one_origin() {
        assertThat(TargetUrl.parse("https://[2400:3200:0::1]:444/")
                        .orElseThrow()
                        .origin())
                .isEqualTo(TargetUrl.parse("https://[2400:3200::0:1]:444")
                        .orElseThrow()
                        .origin());
        assertThat(TargetUrl.parse("https://[::ffff:1.1.1.1]/").orElseThrow().origin())
                .isEqualTo("https://1.1.1.1");
    }

    @Test
    void limits_the_length_of_a_url() {
        String longest = "https://example.com/" + "a".repeat(TargetUrl.MAX - 20);
        assertThat(TargetUrl.parse(longest)).isPresent();
        assertThat(TargetUrl.parse(longest + "a")).isEmpty();
    }
}
