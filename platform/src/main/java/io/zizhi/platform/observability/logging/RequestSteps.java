package io.zizhi.platform.observability.logging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.util.Set;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * Logs each request that may change something, by its route. The actual path and query are not logged: callers choose
 * them.
 */
@ApplicationScoped
class RequestSteps {

    private static final Set<String> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    /** Matches a path parameter with a pattern, such as <code>{id: \d{1,18}}</code>; only its name is kept. */
    private static final Pattern PARAMETER = Pattern.compile("\\{\\s*(\\w+)\\s*:(?:[^{}]|\\{[^{}]*})*}");

    @ServerResponseFilter
    public void log(ContainerRequestContext request, ContainerResponseContext response, ResourceInfo resource) {
        Method method = resource.getResourceMethod();
        if (method != null && !READING.contains(request.getMethod())) {
            StepLog.log(request.getMethod() + " " + route(resource.getResourceClass(), method) + " answered "
                    + response.getStatus());
        }
    }

    /** Returns the route of {@code method}, such as <code>/v1/tallies/{id}</code>. */
    static String route(Class<?> resource, Method method) {
        String route = part(resource.getAnnotation(Path.class)) + part(method.getAnnotation(Path.class));
        return PARAMETER.matcher(route).replaceAll("{$1}");
    }

    private static String part(@Nullable Path path) {
        String value = path == null ? "" : path.value();
        return value.isEmpty() || value.startsWith("/") ? value : "/" + value;
    }
}
