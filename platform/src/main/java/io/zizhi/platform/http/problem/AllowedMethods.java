package io.zizhi.platform.http.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper.RequestPath;
import org.jboss.resteasy.reactive.server.mapping.URITemplate;
import org.jspecify.annotations.Nullable;

/**
 * The methods that a path supports, for the header {@code Allow} of a 405 (RFC 9110, section 15.5.6). RESTEasy leaves it
 * out.
 */
@ApplicationScoped
class AllowedMethods {

    private final Map<String, RequestMapper<Method>> routes = new HashMap<>();

    AllowedMethods(BeanManager beans) {
        Map<String, ArrayList<RequestPath<Method>>> found = new HashMap<>();
        beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(Bean::getBeanClass)
                .filter(type -> type.isAnnotationPresent(Path.class))
                .distinct()
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .forEach(method -> verbs(method)
                        .forEach(verb -> found.computeIfAbsent(verb, key -> new ArrayList<>())
                                .add(new RequestPath<>(false, new URITemplate(template(method), false), method))));
        found.forEach((verb, paths) -> routes.put(verb, new RequestMapper<>(paths)));
    }

    private static Stream<String> verbs(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .flatMap(type -> Stream.ofNullable(type.getAnnotation(HttpMethod.class)))
                .map(HttpMethod::value);
    }

    private static String template(Method method) {
        return part(method.getDeclaringClass().getAnnotation(Path.class)) + part(method.getAnnotation(Path.class));
    }

    private static String part(@Nullable Path path) {
        String value = path == null ? "" : path.value();
        return value.isEmpty() || value.startsWith("/") ? value : "/" + value;
    }

    /** Returns the methods of {@code path}, sorted and separated by commas. A GET answers HEAD as well. */
    String of(String path) {
        TreeSet<String> allowed = new TreeSet<>();
        routes.forEach((verb, paths) -> {
            if (paths.map(path) != null) {
                allowed.add(verb);
            }
        });
        if (allowed.contains(HttpMethod.GET)) {
            allowed.add(HttpMethod.HEAD);
        }
        allowed.add(HttpMethod.OPTIONS);
        return String.join(", ", allowed);
    }
}
