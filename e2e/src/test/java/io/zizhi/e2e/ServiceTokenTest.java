package io.zizhi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests how services request the tokens for each other, which last five minutes. */
class ServiceTokenTest {

    private static final Pattern CLIENT = Pattern.compile("quarkus\\.oidc-client\\.([a-z-]+)\\.client-id");

    /**
     * If a client renewed its token only in the last second, some tokens would expire on their way. Submissions would
     * then fail with 503 for up to a second in every five minutes.
     */
    @ParameterizedTest
    @ValueSource(strings = {"document-service", "notification-service", "qualification-service", "review-service"})
    void renews_service_token_before_it_expires(String service) throws IOException {
        Properties properties = settings(service);
        List<String> clients = clients(properties);

        assertThat(clients).isNotEmpty();
        assertThat(clients.stream().collect(Collectors.toMap(client -> client, client -> renewal(properties, client))))
                .allSatisfy((client, before) ->
                        assertThat(before).isBetween(Duration.ofSeconds(10), Duration.ofMinutes(1)));
    }

    /** A token for several services would let each of them call the others in the name of the caller. */
    @ParameterizedTest
    @ValueSource(strings = {"document-service", "notification-service", "qualification-service", "review-service"})
    void requests_token_for_one_service(String service) throws IOException {
        Properties properties = settings(service);

        assertThat(clients(properties))
                .doesNotContain(service)
                .allSatisfy(client -> assertThat(properties)
                        .containsEntry("quarkus.oidc-client." + client + ".scopes", client)
                        .doesNotContainKey("quarkus.oidc-client." + client + ".grant-options.client.audience"));
    }

    private static List<String> clients(Properties properties) {
        return properties.stringPropertyNames().stream()
                .map(CLIENT::matcher)
                .filter(Matcher::matches)
                .map(client -> client.group(1))
                .toList();
    }

    private static Duration renewal(Properties properties, String client) {
        String before = properties.getProperty("quarkus.oidc-client." + client + ".refresh-token-time-skew", "0S");
        return Duration.parse("PT" + before);
    }

    private static Properties settings(String service) throws IOException {
        Path file = Path.of("..", service, "src", "main", "resources", "application.properties");
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }
}
