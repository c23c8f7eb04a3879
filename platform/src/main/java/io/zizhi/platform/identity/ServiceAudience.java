package io.zizhi.platform.identity;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Takes a service token only where it is meant for this service, so that a token stolen from one peer opens no other
 * (design §4: service token with audience).
 */
@ApplicationScoped
public class ServiceAudience implements SecurityIdentityAugmentor {

    private final String service;

    @Inject
    ServiceAudience(@ConfigProperty(name = "quarkus.application.name") String service) {
        this.service = service;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (identity.hasRole(Roles.SERVICE)
                && identity.getPrincipal() instanceof JsonWebToken token
                && !token.getAudience().contains(service)) {
            return Uni.createFrom().failure(new AuthenticationFailedException("Service token for another audience"));
        }
        return Uni.createFrom().item(identity);
    }
}
