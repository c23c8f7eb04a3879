package io.zizhi.platform.runtime.production;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.zizhi.platform.runtime.production.Weakness.Kind;
import io.zizhi.platform.runtime.settings.Settings;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/**
 * Refuses to start in production with unencrypted connections, with the OIDC server of a local installation, or with
 * settings for fault tests. {@link StartCheck} reports the findings. {@value #ALLOW} lists the permitted exceptions, for
 * example {@code plain-kafka,plain-s3}; each exception in use is logged at every start. Every profile counts as
 * production, except local profiles.
 */
@ApplicationScoped
public class ProductionSettings {

    static final String ALLOW = "zizhi.security.allow-in-production";

    private static final Logger LOG = Logger.getLogger(ProductionSettings.class);

    private static final Set<String> LOCAL_PROFILES = Set.of("local", "test", "dev");

    /** Runs before other start-up observers, which open connections. */
    private static final int FIRST = 1;

    /** They break a service on purpose. */
    private static final List<String> OF_FAULT_TESTS =
            List.of("zizhi.fail-point", "zizhi.fail-points.file", "zizhi.clock.offset");

    private final Settings settings;
    private final LocalIssuer localIssuer;

    /** @param security is injected so that the configuration is checked; see {@link StartCheck} */
    @Inject
    ProductionSettings(Config config, SecurityConfig security) {
        this(Settings.of(config), LocalIssuer.resolving());
        Objects.requireNonNull(security);
    }

    ProductionSettings(Settings settings, LocalIssuer localIssuer) {
        this.settings = settings;
        this.localIssuer = localIssuer;
    }

    void logExceptions(@Observes @Priority(FIRST) StartupEvent event) {
        permitted(ConfigUtils.getProfiles())
                .forEach(allowed -> LOG.warnf(
                        "Allowed in production by %s=%s: %s",
                        ALLOW, allowed.kind().word(), allowed.description()));
    }

    /** Returns the permitted weaknesses in use. */
    List<Weakness> permitted(List<String> profiles) {
        return isLocal(profiles)
                ? List.of()
                : find().stream()
                        .filter(weakness -> allowed().contains(weakness.kind().word()))
                        .toList();
    }

    /** Returns why the settings are refused, a weakness sentence per reason; empty if they are accepted. */
    List<String> refused(List<String> profiles) {
        if (isLocal(profiles)) {
            return List.of();
        }
        Stream<String> ofFaultTests = OF_FAULT_TESTS.stream()
                .filter(name -> settings.find(name).isPresent())
                .map(name -> name + " is for fault tests and forbidden in production: remove it.");
        Stream<String> misspelt = allowed().stream()
                .filter(word -> Kind.of(word).isEmpty())
                .map(word -> ALLOW + ": unknown value \"" + word + "\". It takes " + words() + ".");
        Stream<String> weak = find().stream()
                .filter(weakness -> !allowed().contains(weakness.kind().word()))
                .map(weakness -> weakness.description() + " To allow it: " + ALLOW + "="
                        + weakness.kind().word());
        return Stream.of(ofFaultTests, misspelt, weak)
                .flatMap(problems -> problems)
                .toList();
    }

    static boolean isLocal(List<String> profiles) {
        return !profiles.contains("prod") && profiles.stream().anyMatch(LOCAL_PROFILES::contains);
    }

    private List<Weakness> find() {
        PlainConnections connections = new PlainConnections(settings);
        List<Weakness> found = new ArrayList<>(connections.find());
        connections
                .issuers()
                .forEach(
                        (issuer, settings) -> localIssuer.find(issuer, settings).ifPresent(found::add));
        return found;
    }

    private Set<String> allowed() {
        return settings.find(ALLOW).stream()
                .flatMap(words -> Stream.of(words.split(",", -1)))
                .map(String::strip)
                .collect(Collectors.toSet());
    }

    private static String words() {
        return Stream.of(Kind.values()).map(Kind::word).collect(Collectors.joining(", "));
    }
}
