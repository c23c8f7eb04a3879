package io.zizhi.platform.runtime.production;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.zizhi.platform.runtime.settings.Settings;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProductionSettingsTest {

    private static final List<String> PROD = List.of("prod");

    /** The settings of a suite on one machine. */
    private static final Map<String, String> LOCAL = Map.of(
            "kafka.bootstrap.servers", "127.0.0.1:9092",
            "mp.messaging.outgoing.outbox.connector", "smallrye-kafka",
            "mp.messaging.incoming.review-events.connector", "smallrye-kafka",
            "quarkus.datasource.jdbc.url", "jdbc:postgresql://127.0.0.1:5432/review",
            "quarkus.datasource.reactive.url", "postgresql://127.0.0.1:5432/review",
            "quarkus.minio.host", "127.0.0.1",
            "quarkus.minio.secure", "false",
            "zizhi.document.scanner.provider", "clamd",
            "quarkus.oidc.auth-server-url", "http://127.0.0.1:18080/zizhi",
            "quarkus.oidc-client.document-service.auth-server-url", "${quarkus.oidc.auth-server-url}");

    /** The smallest change to {@link #LOCAL} that production accepts. */
    private static final Map<String, String> SAFE = with(
            LOCAL,
            Map.of(
                    "kafka.security.protocol", "SASL_SSL",
                    "quarkus.datasource.jdbc.url", "jdbc:postgresql://db/review?a=b&sslmode=verify-full",
                    "quarkus.datasource.reactive.url", "postgresql://db/review",
                    "quarkus.datasource.reactive.postgresql.ssl-mode", "verify-full",
                    "quarkus.minio.host", "s3",
                    "quarkus.minio.secure", "true",
                    "zizhi.document.recognition.provider", "cloud",
                    "quarkus.oidc.auth-server-url", "https://login.example.cn/zizhi"));

    @Test
    void local_profiles_accept_everything() {
        for (String profile : List.of("local", "test", "dev")) {
            assertThat(settings(LOCAL).refused(List.of(profile))).isEmpty();
            assertThat(settings(LOCAL).permitted(List.of(profile))).isEmpty();
        }
    }

    @Test
    void lists_all_forbidden_settings() {
        assertThat(String.join("\n", settings(LOCAL).refused(PROD)))
                .contains(
                        "channels outbox, review-events",
                        "quarkus.datasource.jdbc.url does not require TLS",
                        "quarkus.datasource.reactive.url does not require TLS",
                        "The object store is used without TLS",
                        "http://127.0.0.1:18080/zizhi is used without TLS",
                        "http://127.0.0.1:18080/zizhi runs on this machine",
                        "quarkus.oidc-client.document-service.auth-server-url",
                        "zizhi.security.allow-in-production=plain-kafka",
                        "zizhi.security.allow-in-production=local-issuer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"prod", "staging", "prod,local", "local,prod"})
    void other_profiles_count_as_production(String profiles) {
        assertThat(settings(LOCAL).refused(List.of(profiles.split(",", -1)))).isNotEmpty();
    }

    @Test
    void connections_with_tls_are_accepted() {
        assertThat(settings(SAFE).refused(PROD)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kafka.security.protocol | PLAINTEXT | plain-kafka",
                "kafka.security.protocol | SASL_PLAINTEXT | plain-kafka",
                "mp.messaging.connector.smallrye-kafka.security.protocol | SASL_PLAINTEXT | plain-kafka",
                "mp.messaging.outgoing.outbox.security.protocol | PLAINTEXT | plain-kafka",
                "quarkus.datasource.jdbc.url | jdbc:postgresql://db/review?sslmode=prefer | plain-postgresql",
                "quarkus.datasource.jdbc.url | jdbc:postgresql://db/review?ssl=true&sslmode=disable | plain-postgresql",
                "quarkus.datasource.jdbc.url | jdbc:postgresql://db/review?ssl=false | plain-postgresql",
                "quarkus.datasource.reactive.postgresql.ssl-mode | allow | plain-postgresql",
                "quarkus.minio.secure | FALSE | plain-s3",
                "quarkus.minio.host | http://s3 | plain-s3",
                "zizhi.audit.anchors.s3.endpoint | http://s3.example.cn | plain-s3",
                "zizhi.document.scanner.address | clamd:3310 | plain-scanner",
                "zizhi.document.scanner.address | 10.0.0.1:3310 | plain-scanner",
                "zizhi.document.recognition.url | http://ocr.example.cn/v1 | plain-recognition",
                "zizhi.sms.http.url | http://sms.example.cn/send | plain-sms",
                "zizhi.sms.smpp.host | smsc.example.cn | plain-sms",
                "zizhi.sms.alibaba.url | http://dysmsapi.example.cn | plain-sms",
                "quarkus.oidc.auth-server-url | http://login.example.cn/zizhi | plain-issuer",
                "quarkus.oidc-client.document-service.auth-server-url | http://login.example.cn | plain-issuer",
                "quarkus.oidc.auth-server-url | https://127.1/zizhi | local-issuer",
            })
    void rejects_each_weakness_unless_permitted_by_name(String setting, String value, String kind) {
        Map<String, String> weak = with(SAFE, Map.of(setting, value));
        assertThat(settings(weak).refused(PROD))
                .singleElement()
                .asString()
                .endsWith(ProductionSettings.ALLOW + "=" + kind);

        Map<String, String> allowed = with(weak, Map.of(ProductionSettings.ALLOW, kind));
        assertThat(settings(allowed).refused(PROD)).isEmpty();
        assertThat(settings(allowed).permitted(PROD))
                .singleElement()
                .satisfies(weakness -> assertThat(weakness.kind().word()).isEqualTo(kind));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mp.messaging.connector.smallrye-kafka.security.protocol | SSL",
                "quarkus.datasource.jdbc.url | jdbc:postgresql://db/review?ssl=true",
                "quarkus.datasource.jdbc.url | jdbc:postgresql://db/review?sslmode=require",
                "quarkus.datasource.reactive.url | postgresql://db/review?sslmode=disable",
                "quarkus.datasource.reactive.postgresql.ssl-mode | VERIFY_CA",
                "quarkus.minio.host | https://s3",
                "zizhi.document.scanner.address | 127.0.0.1:3310",
                "zizhi.document.scanner.address | [::1]:3310",
                "zizhi.document.scanner.address | unix:/run/clamav/clamd.ctl",
                "zizhi.document.recognition.url | https://ocr.example.cn/v1",
                "zizhi.sms.http.url | https://sms.example.cn/send",
                "zizhi.sms.smpp.host | 127.0.0.1",
            })
    void accepts_other_ways_to_require_tls(String setting, String value) {
        assertThat(settings(with(SAFE, Map.of(setting, value))).refused(PROD)).isEmpty();
    }

    @Test
    void accepts_an_smsc_with_tls() {
        Map<String, String> smsc = Map.of("zizhi.sms.smpp.host", "smsc.example.cn", "zizhi.sms.smpp.tls", "true");
        assertThat(settings(with(SAFE, smsc)).refused(PROD)).isEmpty();
    }

    @Test
    void worker_of_the_suite_needs_no_tls() {
        Map<String, String> worker = Map.of(
                "zizhi.document.recognition.provider", "worker",
                "zizhi.document.recognition.url", "http://recognition-worker:8080/v1");
        assertThat(settings(with(SAFE, worker)).refused(PROD)).isEmpty();
    }

    @Test
    void a_service_without_object_store_needs_no_setting_for_it() {
        Map<String, String> without = new HashMap<>(SAFE);
        without.remove("quarkus.minio.host");
        without.remove("quarkus.minio.secure");
        assertThat(settings(without).refused(PROD)).isEmpty();
    }

    @Test
    void exception_permits_nothing_else() {
        assertThat(String.join(
                        "\n",
                        settings(with(LOCAL, Map.of(ProductionSettings.ALLOW, "plain-kafka, plain-s3")))
                                .refused(PROD)))
                .contains("plain-postgresql")
                .doesNotContain("plain-kafka", "plain-s3");
    }

    @Test
    void rejects_unknown_exception() {
        assertThat(settings(with(SAFE, Map.of(ProductionSettings.ALLOW, "kafka")))
                        .refused(PROD))
                .singleElement()
                .asString()
                .contains(
                        "unknown value \"kafka\"",
                        "plain-kafka, plain-postgresql, plain-s3, plain-scanner, plain-recognition, plain-sms, plain-vault, plain-issuer, local-issuer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zizhi.fail-point", "zizhi.fail-points.file", "zizhi.clock.offset"})
    void rejects_settings_for_fault_tests(String name) {
        assertThat(settings(with(SAFE, Map.of(name, "PT1M"))).refused(PROD))
                .singleElement()
                .asString()
                .startsWith(name + " ");
    }

    private static ProductionSettings settings(Map<String, String> values) {
        return new ProductionSettings(
                Settings.of(new SmallRyeConfigBuilder()
                        .addDefaultInterceptors()
                        .withSources(new PropertiesConfigSource(values, "test", 100))
                        .build()),
                new LocalIssuer(host -> List.of(
                        host.matches("[0-9.]+")
                                ? InetAddress.getAllByName(host)[0]
                                : InetAddress.getAllByName("203.0.113.7")[0])));
    }

    private static Map<String, String> with(Map<String, String> base, Map<String, String> changes) {
        Map<String, String> all = new HashMap<>(base);
        all.putAll(changes);
        return all;
    }
}
