package io.zizhi.local.server;

import io.zizhi.local.state.Secrets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Who may enter the broker: each service, the tools that read and write past the services (tests, {@code kcat}), and the
 * broker itself. PLAIN instead of SCRAM, because everything stays on the loopback interface, and because users in a file
 * are there when the broker starts: SCRAM's are written when the storage is formatted, and could not be changed later
 * without an administrator's call at each start.
 */
public final class KafkaUsers {

    /** Reads and writes everything, for tests and for people; no service has its password. */
    public static final String TOOLS = "tools";

    /** The broker's own connections to itself, and the creation of topics. */
    static final String BROKER = "broker";

    private static final String LOGIN = "org.apache.kafka.common.security.plain.PlainLoginModule required";

    private final Secrets secrets;

    /** The users whose passwords are among {@code secrets}. */
    public KafkaUsers(Secrets secrets) {
        this.secrets = secrets;
    }

    /** What a Kafka client of {@code user} has to be told beside the broker's address. */
    public Map<String, String> settings(String user) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("security.protocol", "SASL_PLAINTEXT");
        settings.put("sasl.mechanism", "PLAIN");
        settings.put("sasl.jaas.config", LOGIN + credentials(user) + ";");
        return settings;
    }

    /** The login context of the broker, which knows every user. */
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

    /** Settings for the command-line tools of Kafka ({@code --command-config}) that connect to {@code bootstrapServers}. */
    String javaClient(String user, String bootstrapServers) {
        Map<String, String> settings = settings(user);
        settings.put("bootstrap.servers", bootstrapServers);
        return lines(settings);
    }

    /** Settings for {@code kcat -F}, whose library has no JAAS. */
    String nativeClient(String bootstrapServers) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("bootstrap.servers", bootstrapServers);
        settings.put("security.protocol", "SASL_PLAINTEXT");
        settings.put("sasl.mechanism", "PLAIN");
        settings.put("sasl.username", TOOLS);
        settings.put("sasl.password", password(TOOLS));
        return lines(settings);
    }

    /** Where the files for tools lie in the installation in {@code folder}: {@code tools.properties}, {@code kcat.conf}. */
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
