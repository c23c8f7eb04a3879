package io.zizhi.platform.runtime.production;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.zizhi.platform.runtime.production.Weakness.Kind;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/**
 * Refuses to start in production with unencrypted connections or with the OIDC server of a local installation. One
 * message lists all findings. {@value #ALLOW} lists the permitted exceptions, for example {@code plain-kafka,plain-s3};
 * each exception in use is logged at every start. Every profile counts as production, except local profiles.
 */
@ApplicationScoped
public class ProductionSettings {

    static final String ALLOW = "zizhi.security.allow-in-production";

    private static final Logger LOG = Logger.getLogger(ProductionSettings.class);

    private static final Set<String> LOCAL_PROFILES = Set.of("local", "test", "dev");

    /** Runs before other start-up observers, which open connections. */
    private static final int FIRST = 1;

    private final Config config;
    private final LocalIssuer localIssuer;

    @Inject
    ProductionSettings(Config config) {
        this(config, LocalIssuer.resolving());
    }

    ProductionSettings(Config config, LocalIssuer localIssuer) {
        this.config = config;
        this.localIssuer = localIssuer;
    }

    void check(@Observes @Priority(FIRST) StartupEvent event) {
        check(ConfigUtils.getProfiles())
                .forEach(allowed -> LOG.warnf(
                        "Allowed in production by %s=%s: %s",
                        ALLOW, allowed.kind().word(), allowed.description()));
    }

    /**
     * Returns the permitted weaknesses in use.
     *
     * @throws IllegalStateException if a weakness is not permitted
     */
    List<Weakness> check(List<String> profiles) {
        if (isLocal(profiles)) {
            return List.of();
        }
        Set<Kind> allowed = allowed();
        List<Weakness> found = find();
        String refused = found.stream()
                .filter(weakness -> !allowed.contains(weakness.kind()))
                .map(weakness -> "\n- " + weakness.description() + " To allow it: " + ALLOW + "="
                        + weakness.kind().word())
                .collect(Collectors.joining());
        if (!refused.isEmpty()) {
            throw new IllegalStateException("These settings are forbidden in production:" + refused);
        }
        return found;
    }

    private static boolean isLocal(List<String> profiles) {
        return !profiles.contains("prod") && profiles.stream().anyMatch(LOCAL_PROFILES::contains);
    }

    private List<Weakness> find() {
        PlainConnections connections = new PlainConnections(config);
        List<Weakness> found = new ArrayList<>(connections.find());
        connections
                .issuers()
                .forEach(
                        (issuer, settings) -> localIssuer.find(issuer, settings).ifPresent(found::add));
        return found;
    }

    private Set<Kind> allowed() {
        Set<Kind> allowed = EnumSet.noneOf(Kind.class);
        for (String word : config.getOptionalValue(ALLOW, String[].class).orElse(new String[0])) {
            allowed.add(Kind.of(word.strip())
                    .orElseThrow(() -> new IllegalStateException(
                            ALLOW + ": unknown value \"" + word.strip() + "\". It takes " + words() + ".")));
        }
        return allowed;
    }

    private static String words() {
        return Stream.of(Kind.values()).map(Kind::word).collect(Collectors.joining(", "));
    }
}
