package io.zizhi.platform.identity;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

@RequestScoped
public class CurrentCaller {

    private final SecurityIdentity identity;

    CurrentCaller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** Returns the caller. {@link TokenClaims} has already rejected malformed claims. */
    public Caller get() {
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            String account = token.<String>claim("account").orElse(null);
            return new Caller(token.getSubject(), account, Set.copyOf(identity.getRoles()));
        }
        return new Caller(identity.getPrincipal().getName(), null, Set.copyOf(identity.getRoles()));
    }
}
