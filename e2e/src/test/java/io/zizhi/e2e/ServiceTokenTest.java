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

/**
 * Tests tokens between services, which last five minutes. If a client renewed its token only in the last second, some
 * tokens would expire on their way. Submissions would then fail with 503 for up to a second in every five minutes.
 */
class ServiceTokenTest {

    private static final Pattern CLIENT = Pattern.compile("quarkus\\.oidc-client\\.([a-z-]+)\\.client-id");

    @ParameterizedTest
    @ValueSource(strings = {"document-service", "notification-service", "qualification-service", "review-service"})
    void renews_service_token_before_it_expires(String service) throws IOException {
        Properties properties = settings(service);
        List<String> clients = properties.stringPropertyNames().stream()
                .map(CLIENT::matcher)
                .filter(Matcher::matches)
                .map(client -> client.group(1))
                .toList();

        assertThat(clients).isNotEmpty();
        assertThat(clients.stream().collect(Collectors.toMap(client -> client, client -> renewal(properties, client))))
                .allSatisfy((client, before) ->
                        assertThat(before).isBetween(Duration.ofSeconds(10), Duration.ofMinutes(1)));
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
