package io.zizhi.local.server.kafka;

import io.zizhi.local.state.Certificates;
import io.zizhi.local.state.Secrets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The users of the broker: one for each service, one for tools that bypass the services (tests, {@code kcat}), and the
 * broker's own. They log in with SASL PLAIN, which sends the password itself; all connections stay on the loopback
 * interface. With PLAIN, the broker reads its users from a file at each start. With SCRAM, it would store them when the
 * storage is formatted, and a later change would need an administrator's request.
 */
public final class KafkaUsers {

    /** May read and write every topic. It is for tests and operators; no service has its password. */
    public static final String TOOLS = "tools";

    /** The broker's user for connections to itself and for the creation of topics. */
    static final String BROKER = "broker";

    private static final String LOGIN = "org.apache.kafka.common.security.plain.PlainLoginModule required";

    private final Secrets secrets;
    private final Optional<Certificates> tls;

    /** @param folder the installation */
    public KafkaUsers(Path folder, Secrets secrets) {
        this.secrets = secrets;
        this.tls = Certificates.of(folder);
    }

    /** Returns how clients connect: {@code SASL_PLAINTEXT} or {@code SASL_SSL}. */
    String protocol() {
        return tls.isPresent() ? "SASL_SSL" : "SASL_PLAINTEXT";
    }

    /** Returns the settings with which a Kafka client logs in as {@code user}, without the broker's address. */
    public Map<String, String> settings(String user) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("security.protocol", protocol());
        tls.ifPresent(certificates -> {
            settings.put("ssl.truststore.type", "PEM");
            settings.put("ssl.truststore.location", certificates.authority().toString());
        });
        settings.put("sasl.mechanism", "PLAIN");
        settings.put("sasl.jaas.config", LOGIN + credentials(user) + ";");
        return settings;
    }

    /** Returns the broker's login context, which lists every user. */
    String loginContext() {
        List<String> users = new ArrayList<>(TopicRights.services());
        users.add(TOOLS);
        users.add(BROKER);
        return "KafkaServer {\n  " + LOGIN + credentials(BROKER) + "\n"
                + users.stream()
                        .map(user -> "  user_" + user + "=\"" + password(user) + "\"")
                        .collect(Collectors.joining("\n"))
                + ";\n};\n";
    }

    /**
     * Returns settings for Kafka's command-line tools ({@code --command-config}) that connect to {@code
     * bootstrapServers}.
     */
    String javaClient(String user, String bootstrapServers) {
        Map<String, String> settings = settings(user);
        settings.put("bootstrap.servers", bootstrapServers);
        return lines(settings);
    }

    /** Returns settings for {@code kcat -F}, whose library has no JAAS. */
    String nativeClient(String bootstrapServers) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("bootstrap.servers", bootstrapServers);
        settings.put("security.protocol", protocol());
        tls.ifPresent(certificates ->
                settings.put("ssl.ca.location", certificates.authority().toString()));
        settings.put("sasl.mechanism", "PLAIN");
        settings.put("sasl.username", TOOLS);
        settings.put("sasl.password", password(TOOLS));
        return lines(settings);
    }

    /**
     * Returns the folder with the tools' files in the installation {@code folder}: {@code tools.properties}, {@code
     * kcat.conf}.
     */
    public static Path folder(Path folder) {
        return folder.resolve("kafka");
    }

    private String credentials(String user) {
        return " username=\"" + user + "\" password=\"" + password(user) + "\"";
    }

    private String password(String user) {
        return secrets.get("kafka-" + user);
    }

    private static String lines(Map<String, String> settings) {
        return settings.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue() + "\n")
                .collect(Collectors.joining());
    }
}
