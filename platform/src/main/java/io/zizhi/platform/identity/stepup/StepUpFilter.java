package io.zizhi.platform.identity.stepup;

import io.quarkus.security.identity.SecurityIdentity;
import io.zizhi.platform.identity.Roles;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Checks the sign-in of staff who call an endpoint with {@link StepUp}, after the roles and before anything is read.
 * Applicants are not checked, because they see only their own data. An applicant with a staff role counts as staff.
 */
public class StepUpFilter {

    private static final Set<String> STAFF = Set.of(Roles.REVIEWER, Roles.SUPERVISOR, Roles.AUDITOR, Roles.OPERATOR);

    private static final SignIn UNKNOWN = new SignIn(null, null);

    private final SecurityIdentity identity;
    private final StepUpPolicy policy;

    StepUpFilter(SecurityIdentity identity, StepUpPolicy policy) {
        this.identity = identity;
        this.policy = policy;
    }

    @ServerRequestFilter(priority = Priorities.AUTHORIZATION + 1)
    public void check(ResourceInfo endpoint) {
        if (endpoint.getResourceMethod().isAnnotationPresent(StepUp.class)
                && STAFF.stream().anyMatch(identity::hasRole)) {
            policy.require(identity.getPrincipal() instanceof JsonWebToken token ? SignIn.of(token) : UNKNOWN);
        }
    }
}
