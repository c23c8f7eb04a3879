package io.zizhi.platform.identity;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Refuses to start in production with the OIDC server of a local installation, whose users have their names as
 * passwords. It is told by its address: it listens on the loopback interface only.
 */
@ApplicationScoped
public class LocalIssuer {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final String issuer;

    /** @param issuer address of the OIDC server */
    @Inject
    LocalIssuer(@ConfigProperty(name = "quarkus.oidc.auth-server-url") String issuer) {
        this.issuer = issuer;
    }

    void check(@Observes StartupEvent event) {
        check(issuer, ConfigUtils.getProfiles());
    }

    static void check(String issuer, List<String> profiles) {
        @Nullable String host = URI.create(issuer).getHost();
        if (profiles.contains("prod") && host != null && LOOPBACK.contains(host)) {
            throw new IllegalStateException(
                    "The OIDC server " + issuer
                            + " is a local one. Production needs an identity provider of its own: set quarkus.oidc.auth-server-url.");
        }
    }
}
