package io.zizhi.platform.http;

import io.zizhi.platform.http.problem.ProblemException;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Rejects query parameters that the endpoint does not declare. If a mistyped filter was ignored, the response would
 * concern other objects than the caller asked for. Roles are checked before.
 */
@Singleton
public class QueryFilter {

    private final Map<Method, DeclaredQuery> declared = new ConcurrentHashMap<>();

    /**
     * Throws 400 {@code PARAMETER_UNKNOWN}, {@code PARAMETER_REPEATED} or, see {@link ValuesRequired}, {@code
     * PARAMETER_INVALID} as a {@link ProblemException}.
     */
    @ServerRequestFilter(priority = Priorities.USER)
    public void check(ResourceInfo endpoint, UriInfo address) {
        if (address.getQueryParameters().isEmpty()) {
            return;
        }
        Optional<ProblemException> fault = declared.computeIfAbsent(endpoint.getResourceMethod(), DeclaredQuery::of)
                .fault(address.getQueryParameters());
        if (fault.isPresent()) {
            throw fault.get();
        }
    }
}
