package io.zizhi.platform.http.internal;

import io.quarkus.security.identity.SecurityIdentity;
import io.zizhi.platform.http.problem.Problems;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Rejects callers that an internal endpoint does not list in {@link Callers}. An internal endpoint without {@link
 * Callers} rejects every caller. Roles are checked before.
 */
public class CallerFilter {

    /**
     * Claims that hold the client id. Keycloak and most providers set the first; some set only the second in tokens of
     * client credentials (RFC 9068).
     */
    private static final List<String> CLIENT_CLAIMS = List.of("azp", "client_id");

    private final SecurityIdentity identity;

    CallerFilter(SecurityIdentity identity) {
        this.identity = identity;
    }

    @ServerRequestFilter(priority = Priorities.AUTHORIZATION)
    public void check(ResourceInfo endpoint) {
        Optional<Callers> callers = callers(endpoint);
        boolean refused = callers.isPresent() ? !isNamed(callers.get()) : isInternal(endpoint.getResourceClass());
        if (refused) {
            throw Problems.forbidden("CALLER_NOT_ALLOWED", "This endpoint does not accept this caller.");
        }
    }

    private static Optional<Callers> callers(ResourceInfo endpoint) {
        return Stream.of(endpoint.getResourceMethod(), endpoint.getResourceClass())
                .flatMap(place -> Stream.ofNullable(place.getAnnotation(Callers.class)))
                .findFirst();
    }

    private boolean isNamed(Callers callers) {
        return Arrays.stream(callers.roles()).anyMatch(identity::hasRole)
                || clientId().filter(List.of(callers.value())::contains).isPresent();
    }

    private Optional<String> clientId() {
        return identity.getPrincipal() instanceof JsonWebToken token
                ? CLIENT_CLAIMS.stream()
                        .flatMap(claim -> token.<String>claim(claim).stream())
                        .findFirst()
                : Optional.empty();
    }

    private static boolean isInternal(Class<?> resource) {
        Path path = resource.getAnnotation(Path.class);
        return path != null && path.value().startsWith("/internal");
    }
}
