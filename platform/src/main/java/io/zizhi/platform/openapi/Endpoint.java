package io.zizhi.platform.openapi;

import io.zizhi.platform.http.internal.Callers;
import io.zizhi.platform.identity.stepup.StepUp;
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
 * The resource method behind an operation of the document, with its annotations.
 *
 * @param method method of a resource class
 * @param index index of the types that it uses
 */
record Endpoint(MethodInfo method, IndexView index) {

    private static final DotName OPERATION = name("org.eclipse.microprofile.openapi.annotations.Operation");
    private static final DotName ROLES_ALLOWED = name("jakarta.annotation.security.RolesAllowed");
    private static final DotName CALLERS = name(Callers.class.getName());
    private static final DotName STEP_UP = name(StepUp.class.getName());
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

    /** @param operationId the id in {@code @Operation} */
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

    /** Returns the key of its Javadoc in {@link Comments}. */
    String key() {
        return typeKey() + "#" + method.name();
    }

    /** Returns the key of the Javadoc of its class. */
    String typeKey() {
        return method.declaringClass().name().toString();
    }

    /** Returns the accepted roles; any one is enough. Empty if every authenticated caller may call it. */
    List<String> roles() {
        return values(ROLES_ALLOWED);
    }

    /** Returns the services that may call an internal endpoint. Empty if a role alone is enough. */
    List<String> callers() {
        return values(CALLERS);
    }

    /** Returns whether staff need a recent and strong enough sign-in. */
    boolean needsStepUp() {
        return method.hasDeclaredAnnotation(STEP_UP);
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

    /** The contents of a {@link Refusal}. */
    record Stated(int status, String code, String when) {}

    boolean takesPages() {
        return method.parameterTypes().stream().anyMatch(type -> type.name().equals(PAGE_REQUEST));
    }

    /** Returns whether the endpoint accepts only some formats of the body. */
    boolean limitsContentType() {
        List<String> formats = values(CONSUMES);
        return body().isPresent() || (!formats.isEmpty() && !formats.contains("*/*"));
    }

    boolean takesHeader(String header) {
        return method.parameters().stream()
                .map(parameter -> parameter.declaredAnnotation(HEADER_PARAM))
                .anyMatch(found -> found != null && found.value().asString().equals(header));
    }

    /** Returns the type of its JSON body. */
    Optional<Type> body() {
        return method.parameters().stream()
                .filter(Endpoint::isBody)
                .map(MethodParameterInfo::type)
                .filter(type -> !type.name().equals(INPUT_STREAM))
                .findFirst();
    }

    /** Returns whether a request without that body is valid. */
    boolean isBodyOptional() {
        return body().filter(type -> type.hasAnnotation(Schemas.NULLABLE)).isPresent();
    }

    /** Returns whether the endpoint reads the bytes of the body itself. Then the framework parses no JSON. */
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

    /** Returns the type of its JSON response; empty for 204 and for other formats. */
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

    /** Returns whether the type is a plain response or a stream, of which only the format is known. */
    private static boolean isContents(Type type) {
        return type.name().equals(RESPONSE) || type.name().equals(STREAM);
    }

    /** Returns the status from {@code @ResponseStatus}. */
    Optional<Integer> statedStatus() {
        return Optional.ofNullable(method.declaredAnnotation(RESPONSE_STATUS))
                .map(stated -> stated.value().asInt());
    }

    /** Returns whether the endpoint sets response headers. */
    boolean hasHeaders() {
        return method.returnType().toString().contains("RestResponse");
    }

    /** Returns whether the response has its version as {@code ETag}. */
    boolean hasEntityTag() {
        return hasHeaders()
                && answer().map(type -> index.getClassByName(type.name()))
                        .map(answer -> answer.field("version") != null)
                        .orElse(false);
    }

    /** Returns the formats of a response that is not JSON; empty for JSON. */
    List<String> contentTypes() {
        return isContents(unwrapped()) ? values(PRODUCES) : List.of();
    }

    /** Returns the values of an annotation of the method, or else of its class. Empty without one. */
    private List<String> values(DotName annotation) {
        return Optional.ofNullable(method.declaredAnnotation(annotation))
                .or(() -> Optional.ofNullable(method.declaringClass().declaredAnnotation(annotation)))
                .map(AnnotationInstance::value)
                .map(texts -> List.of(texts.asStringArray()))
                .orElse(List.of());
    }
}
