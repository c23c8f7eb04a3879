package io.zizhi.platform.http;

import io.zizhi.platform.http.problem.ProblemException;
import io.zizhi.platform.http.problem.Problems;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jboss.resteasy.reactive.RestQuery;

/** The query parameters that an endpoint declares. */
final class DeclaredQuery {

    /** The declared type by parameter name. */
    private final SortedMap<String, Class<?>> types = new TreeMap<>();

    /** Names of the parameters that are refused without a value. */
    private final Set<String> valued = new HashSet<>();

    private DeclaredQuery() {}

    /** Reads the declared parameters of an endpoint, including those in the fields of a {@code @BeanParam}. */
    static DeclaredQuery of(Method endpoint) {
        DeclaredQuery declared = new DeclaredQuery();
        for (Parameter parameter : endpoint.getParameters()) {
            declared.add(parameter, parameter.getName(), parameter.getType());
        }
        return declared;
    }

    private void add(AnnotatedElement place, String name, Class<?> type) {
        QueryParam standard = place.getAnnotation(QueryParam.class);
        RestQuery query = place.getAnnotation(RestQuery.class);
        if (standard != null) {
            types.put(standard.value(), type);
        } else if (query != null) {
            types.put(query.value().isEmpty() ? name : query.value(), type);
        } else if (place.isAnnotationPresent(BeanParam.class)) {
            addFields(type);
        }
    }

    private void addFields(Class<?> bean) {
        Set<String> others = Set.copyOf(types.keySet());
        for (Field field : bean.getDeclaredFields()) {
            add(field, field.getName(), field.getType());
        }
        if (bean.isAnnotationPresent(ValuesRequired.class)) {
            types.keySet().stream().filter(name -> !others.contains(name)).forEach(valued::add);
        }
        if (bean.getSuperclass() != null) {
            addFields(bean.getSuperclass());
        }
    }

    /**
     * Returns the error for an undeclared parameter, for a repeated one that takes a single value, or for one that lacks
     * its value; empty if none occurs. The endpoint would not see the last: the framework passes null, as if it was
     * absent.
     */
    Optional<ProblemException> fault(Map<String, List<String>> received) {
        return received.entrySet().stream()
                .flatMap(parameter -> fault(parameter.getKey(), parameter.getValue()).stream())
                .findFirst();
    }

    private Optional<ProblemException> fault(String name, List<String> values) {
        Class<?> type = types.get(name);
        if (type == null) {
            return Optional.of(Problems.badRequest("PARAMETER_UNKNOWN", "?" + name, unknown(name)));
        }
        boolean isRepeated = values.size() > 1 && !Collection.class.isAssignableFrom(type);
        if (isRepeated) {
            return Optional.of(Problems.badRequest("PARAMETER_REPEATED", "?" + name, "Send `" + name + "` only once."));
        }
        return valued.contains(name) && values.contains("")
                ? Optional.of(Problems.badRequest(
                        "PARAMETER_INVALID", "?" + name, "Send a value for `" + name + "`, or omit it."))
                : Optional.empty();
    }

    private String unknown(String name) {
        return "Unknown query parameter `" + name + "`. "
                + (types.isEmpty()
                        ? "This endpoint takes no query parameters."
                        : "This endpoint takes " + String.join(", ", types.keySet()) + ".");
    }
}
