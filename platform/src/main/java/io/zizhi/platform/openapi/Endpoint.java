package io.zizhi.platform.openapi;

import io.zizhi.platform.http.internal.Callers;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.MethodParameterInfo;
import org.jboss.jandex.Type;
import org.jspecify.annotations.Nullable;

/**
 * The method behind an operation of the document, as its source says.
 *
 * @param method method of a resource class
 * @param index where its types are found
 */
record Endpoint(MethodInfo method, IndexView index) {

    private static final DotName OPERATION = name("org.eclipse.microprofile.openapi.annotations.Operation");
    private static final DotName ROLES_ALLOWED = name("jakarta.annotation.security.RolesAllowed");
    private static final DotName CALLERS = name(Callers.class.getName());
    private static final DotName CONSUMES = name("jakarta.ws.rs.Consumes");
    private static final DotName PRODUCES = name("jakarta.ws.rs.Produces");
    private static final DotName RESPONSE_STATUS = name("org.jboss.resteasy.reactive.ResponseStatus");
    private static final DotName BEAN_PARAM = name("jakarta.ws.rs.BeanParam");
    private static final DotName HEADER_PARAM = name("jakarta.ws.rs.HeaderParam");
    private static final DotName REFUSAL = name(Refusal.class.getName());
    private static final DotName PAGE_REQUEST = name("io.zizhi.platform.http.PageRequest");
    private static final DotName VOID = name("java.lang.Void");
    private static final DotName INPUT_STREAM = name("java.io.InputStream");
    private static final DotName ROUTING_CONTEXT = name("io.vertx.ext.web.RoutingContext");
    private static final DotName RESPONSE = name("jakarta.ws.rs.core.Response");
    private static final DotName STREAM = name("org.jboss.resteasy.reactive.RestMulti");
    private static final List<String> ASYNCHRONOUS_AND_WRAPPED =
            List.of("io.smallrye.mutiny.Uni", "org.jboss.resteasy.reactive.RestResponse");

    /** @param operationId given by {@code @Operation} */
    static Optional<Endpoint> of(IndexView index, @Nullable String operationId) {
        return index.getAnnotations(OPERATION).stream()
                .filter(operation -> operation.value("operationId") != null
                        && operation.value("operationId").asString().equals(operationId))
                .map(operation -> new Endpoint(operation.target().asMethod(), index))
                .findFirst();
    }

    private static DotName name(String className) {
        return DotName.createSimple(className);
    }

    /** Key of its comment. */
    String key() {
        return typeKey() + "#" + method.name();
    }

    /** Key of the comment of its class. */
    String typeKey() {
        return method.declaringClass().name().toString();
    }

    /** Any one of them opens it; none where every authenticated caller may. */
    List<String> roles() {
        return values(ROLES_ALLOWED);
    }

    /** The services that an internal endpoint names; none where it is opened by a role alone. */
    List<String> callers() {
        return values(CALLERS);
    }

    List<Stated> refusals() {
        return Stream.of(method.declaringClass(), method)
                .flatMap(declaring -> declaring.declaredAnnotationsWithRepeatable(REFUSAL, index).stream())
                .map(one -> new Stated(
                        one.value("status").asInt(),
                        one.value("code").asString(),
                        one.value("when").asString()))
                .toList();
    }

    /** A {@link Refusal}, read. */
    record Stated(int status, String code, String when) {}

    boolean takesPages() {
        return method.parameterTypes().stream().anyMatch(type -> type.name().equals(PAGE_REQUEST));
    }

    /** Whether it says which formats it takes, and so can refuse others. */
    boolean limitsContentType() {
        List<String> formats = values(CONSUMES);
        return body().isPresent() || (!formats.isEmpty() && !formats.contains("*/*"));
    }

    boolean takesHeader(String header) {
        return method.parameters().stream()
                .map(parameter -> parameter.declaredAnnotation(HEADER_PARAM))
                .anyMatch(found -> found != null && found.value().asString().equals(header));
    }

    /** The type of a JSON body. */
    Optional<Type> body() {
        return method.parameters().stream()
                .filter(Endpoint::isBody)
                .map(MethodParameterInfo::type)
                .filter(type -> !type.name().equals(INPUT_STREAM))
                .findFirst();
    }

    /** Whether the endpoint reads the bytes of the body itself, so that JSON is not parsed before it is called. */
    boolean takesStream() {
        return method.parameterTypes().stream()
                .map(Type::name)
                .anyMatch(type -> type.equals(INPUT_STREAM) || type.equals(ROUTING_CONTEXT));
    }

    private static boolean isBody(MethodParameterInfo parameter) {
        return parameter.declaredAnnotations().stream()
                .map(AnnotationInstance::name)
                .noneMatch(name -> name.withoutPackagePrefix().endsWith("Param")
                        || name.withoutPackagePrefix().startsWith("Rest")
                        || name.equals(BEAN_PARAM)
                        || name.withoutPackagePrefix().equals("Context"));
    }

    /** The type of a JSON answer; empty for 204 and for contents. */
    Optional<Type> answer() {
        Type type = unwrapped();
        boolean isNothing = type.kind() == Type.Kind.VOID || type.name().equals(VOID);
        return isNothing || isContents(type) ? Optional.empty() : Optional.of(type);
    }

    private Type unwrapped() {
        Type type = method.returnType();
        while (type.kind() == Type.Kind.PARAMETERIZED_TYPE
                && ASYNCHRONOUS_AND_WRAPPED.contains(type.name().toString())) {
            type = type.asParameterizedType().arguments().getFirst();
        }
        return type;
    }

    /** A response of its own making or a stream, of which only the format is known. */
    private static boolean isContents(Type type) {
        return type.name().equals(RESPONSE) || type.name().equals(STREAM);
    }

    /** The status of its answer where it is another than usual. */
    Optional<Integer> statedStatus() {
        return Optional.ofNullable(method.declaredAnnotation(RESPONSE_STATUS))
                .map(stated -> stated.value().asInt());
    }

    /** Whether it sets headers of its answer. */
    boolean hasHeaders() {
        return method.returnType().toString().contains("RestResponse");
    }

    /** Whether the answer carries its version as {@code ETag}. */
    boolean hasEntityTag() {
        return hasHeaders()
                && answer().map(type -> index.getClassByName(type.name()))
                        .map(answer -> answer.field("version") != null)
                        .orElse(false);
    }

    /** The formats of contents that are no JSON; empty where there are none. */
    List<String> contentTypes() {
        return isContents(unwrapped()) ? values(PRODUCES) : List.of();
    }

    /** Returns the texts of an annotation of the method, or else of its class; none without it. */
    private List<String> values(DotName annotation) {
        return Optional.ofNullable(method.declaredAnnotation(annotation))
                .or(() -> Optional.ofNullable(method.declaringClass().declaredAnnotation(annotation)))
                .map(AnnotationInstance::value)
                .map(texts -> List.of(texts.asStringArray()))
                .orElse(List.of());
    }
}
