package io.zizhi.platform.identity;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Accepts the token of a service, signature system or carrier filing system only if this service is its sole audience.
 * A token stolen from one service is therefore rejected by all others.
 */
@ApplicationScoped
public class ServiceAudience implements SecurityIdentityAugmentor {

    private final String service;

    ServiceAudience(@ConfigProperty(name = "quarkus.application.name") String service) {
        this.service = service;
    }

    private static boolean isMachine(SecurityIdentity identity) {
        return identity.hasRole(Roles.SERVICE)
                || identity.hasRole(Roles.SIGNATURE_SYSTEM)
                || identity.hasRole(Roles.CARRIER_FILING_SYSTEM);
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (isMachine(identity)
                && identity.getPrincipal() instanceof JsonWebToken token
                && !Set.of(service).equals(token.getAudience())) {
            return Uni.createFrom().failure(new AuthenticationFailedException("Service token for another audience"));
        }
        return Uni.createFrom().item(identity);
    }
}
