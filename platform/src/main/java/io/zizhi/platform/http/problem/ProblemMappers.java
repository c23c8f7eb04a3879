package io.zizhi.platform.http.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.smallrye.mutiny.CompositeException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;
import org.jspecify.annotations.Nullable;

/** Turns every exception into an error response in the caller's language, and logs its {@code instance}. */
public class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    private final ObjectMapper json;
    private final AllowedMethods methods;

    ProblemMappers(ObjectMapper json, AllowedMethods methods) {
        this.json = json;
        this.methods = methods;
    }

    @ServerExceptionMapper
    public RestResponse<String> any(
            Throwable failure, HttpHeaders headers, UriInfo address, SimpleResourceInfo endpoint) {
        return map(failure, headers, address, endpoint);
    }

    /** Takes precedence over the mappers of Quarkus, which handle exactly these classes. */
    @ServerExceptionMapper({
        AuthenticationFailedException.class,
        CompositeException.class,
        ConstraintViolationException.class,
        ForbiddenException.class,
        MismatchedInputException.class,
        UnauthorizedException.class,
        WebApplicationException.class
    })
    public RestResponse<String> map(
            Throwable failure, HttpHeaders headers, UriInfo address, SimpleResourceInfo endpoint) {
        Answer answer = answer(failure, endpoint);
        ProblemDetails problem = answer.problem();
        if (problem.status() == 500) {
            LOG.errorf(failure, "%d %s, %s", problem.status(), problem.code(), problem.instance());
        } else {
            LOG.infof("%d %s, %s", problem.status(), problem.code(), problem.instance());
        }
        ProblemLanguage language = ProblemLanguage.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        ResponseBuilder<String> response = ResponseBuilder.<String>create(problem.status())
                .entity(problem.write(json, language))
                .type(ProblemDetails.MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        switch (problem.status()) {
            case 401 -> response.header(HttpHeaders.WWW_AUTHENTICATE, answer.challenge());
            case 405 -> response.header(HttpHeaders.ALLOW, methods.of(address.getPath()));
            default -> {
                Duration retryAfter = answer.retryAfter();
                if (retryAfter != null) {
                    response.header(HttpHeaders.RETRY_AFTER, retryAfter.toSeconds());
                }
            }
        }
        return response.build();
    }

    /** Turns a failure into a problem. All mappings are in this method. */
    static Answer answer(Throwable failure, SimpleResourceInfo endpoint) {
        return switch (failure) {
            case ProblemException refusal -> Answer.of(refusal);
            case JsonProcessingException wrong -> Answer.of(Problems.invalid(List.of(RequestViolations.from(wrong))));
            case ConstraintViolationException wrong -> Answer.of(constraint(wrong));
            case WebApplicationException web
            when web.getCause() instanceof JsonProcessingException cause -> answer(cause, endpoint);
            case WebApplicationException web when web.getCause() instanceof ProblemException cause -> Answer.of(cause);
            case WebApplicationException web ->
                Answer.of(ProblemDetails.ofStatus(web.getResponse().getStatus()));
            case UnauthorizedException refused -> unauthenticated(refused);
            case AuthenticationFailedException refused -> unauthenticated(refused);
            case ForbiddenException refused -> Answer.of(forbidden(endpoint));
            // Two changes of the same row at once: the later one gets the same error as an outdated version.
            case OptimisticLockException late ->
                Answer.of(Problems.preconditionFailed(
                        "Someone else changed the resource at the same time. Read it again."));
            case CompositeException several -> first(several.getCauses().getFirst(), endpoint);
            default -> unexpected(failure);
        };
    }

    private static ProblemException constraint(ConstraintViolationException failure) {
        return Problems.invalid(failure.getConstraintViolations().stream()
                .map(RequestViolations::from)
                .sorted(Comparator.comparing(Violation::pointer).thenComparing(Violation::code))
                .toList());
    }

    private static Answer unauthenticated(SecurityException failure) {
        return failure.getCause() instanceof ProblemException cause
                ? Answer.of(cause)
                : Answer.of(ProblemDetails.ofStatus(401));
    }

    private static ProblemDetails forbidden(SimpleResourceInfo endpoint) {
        List<String> roles = rolesOf(endpoint);
        return roles.isEmpty() ? ProblemDetails.ofStatus(403) : ProblemDetails.ofMissingRole(roles);
    }

    /** Returns the roles that the method needs, or its class; empty if the request reached no endpoint. */
    private static List<String> rolesOf(SimpleResourceInfo endpoint) {
        Class<?> resource = endpoint.getResourceClass();
        if (resource == null) {
            return List.of();
        }
        return Stream.concat(
                        Arrays.stream(resource.getMethods())
                                .filter(method -> method.getName().equals(endpoint.getMethodName())
                                        && Arrays.equals(method.getParameterTypes(), endpoint.parameterTypes())),
                        Stream.of(resource))
                .flatMap(place -> Stream.ofNullable(place.getAnnotation(RolesAllowed.class)))
                .findFirst()
                .map(allowed -> List.of(allowed.value()))
                .orElse(List.of());
    }

    /**
     * Maps the first of several failures: the caller may have caused it, and the others, such as a failed rollback,
     * follow from it.
     */
    private static Answer first(Throwable failure, SimpleResourceInfo endpoint) {
        boolean isCallers = failure instanceof ProblemException || failure instanceof OptimisticLockException;
        return isCallers ? answer(failure, endpoint) : unexpected(failure);
    }

    private static Answer unexpected(Throwable failure) {
        return Outages.isOutage(failure) ? Answer.of(Problems.outage()) : Answer.of(ProblemDetails.ofStatus(500));
    }

    /**
     * A problem to send.
     *
     * @param retryAfter when to retry, or null if a retry does not help
     * @param challenge how to authenticate, for status 401
     */
    record Answer(ProblemDetails problem, @Nullable Duration retryAfter, String challenge) {

        private static final String ANY_TOKEN = "Bearer";

        static Answer of(ProblemException refusal) {
            return new Answer(
                    ProblemDetails.from(refusal),
                    refusal.retryAfter(),
                    Objects.requireNonNullElse(refusal.challenge(), ANY_TOKEN));
        }

        static Answer of(ProblemDetails problem) {
            return new Answer(problem, problem.status() == 503 ? Problems.SHORTLY : null, ANY_TOKEN);
        }
    }
}
