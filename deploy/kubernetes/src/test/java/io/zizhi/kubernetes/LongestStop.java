package io.zizhi.kubernetes;

import io.zizhi.local.layout.ProjectFolder;
import io.zizhi.local.layout.Service;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Computes how long a service takes to stop in the worst case, from the settings and the constants of the code. */
final class LongestStop {

    /** Default of {@code close-timeout} of an outgoing channel. */
    private static final Duration KAFKA = Duration.ofSeconds(10);

    private static final String SENDERS = "notification-service/src/main/java/io/zizhi/notification/sender/";
    private static final Pattern OUTCOMES = Pattern.compile("LONGEST_STOP = Duration\\.ofSeconds\\((\\d+)\\)");
    private static final Pattern SMPP_TIMEOUT =
            Pattern.compile("@WithDefault\\(\"(PT\\w+)\"\\)[^;]*\\sDuration timeout\\(\\)");

    private LongestStop() {}

    /** @param variables of the container */
    static Duration of(Service service, Map<String, String> variables) {
        Duration stop = setting("quarkus.shutdown.delay", variables)
                .plus(setting("quarkus.shutdown.timeout", variables))
                .plus(KAFKA);
        return service == Service.NOTIFICATION ? stop.plus(outcomes()).plus(smpp(variables)) : stop;
    }

    private static Duration outcomes() {
        return Duration.ofSeconds(Long.parseLong(found(OUTCOMES, SENDERS + "SendingLoop.java")));
    }

    private static Duration smpp(Map<String, String> variables) {
        String given = variables.get("ZIZHI_SMS_SMPP_TIMEOUT");
        return Duration.parse(given == null ? found(SMPP_TIMEOUT, SENDERS + "smpp/SmppConfig.java") : given);
    }

    /** Returns the value of the container, or else the default of all services. */
    private static Duration setting(String name, Map<String, String> variables) {
        String given = variables.get(CodeSettings.variable(name));
        return Duration.parse("PT" + (given == null ? defaults().getProperty(name) : given));
    }

    private static Properties defaults() {
        Properties defaults = new Properties();
        try (Reader settings = Files.newBufferedReader(
                ProjectFolder.find().resolve("platform/src/main/resources/META-INF/microprofile-config.properties"))) {
            defaults.load(settings);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return defaults;
    }

    private static String found(Pattern pattern, String file) {
        Path path = ProjectFolder.find().resolve(file);
        try {
            Matcher matcher = pattern.matcher(Files.readString(path));
            if (!matcher.find()) {
                throw new IllegalStateException(file + " has no " + pattern);
            }
            return matcher.group(1);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
