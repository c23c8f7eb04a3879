package io.zizhi.platform.http.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.smallrye.mutiny.CompositeException;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns every exception into an error response. */
public class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    private final ObjectMapper json;

    ProblemMappers(ObjectMapper json) {
        this.json = json;
    }

    @ServerExceptionMapper
    public RestResponse<String> any(Throwable failure) {
        return map(failure);
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
    public RestResponse<String> map(Throwable failure) {
        return switch (failure) {
            case ProblemException refusal -> problem(refusal);
            case JsonProcessingException wrong -> problem(Problems.invalid(List.of(RequestViolations.from(wrong))));
            case ConstraintViolationException wrong -> constraint(wrong);
            case WebApplicationException web when web.getCause() instanceof JsonProcessingException cause -> map(cause);
            case WebApplicationException web when web.getCause() instanceof ProblemException cause -> problem(cause);
            case WebApplicationException web -> status(web.getResponse().getStatus(), web);
            case UnauthorizedException refused -> unauthenticated(refused);
            case AuthenticationFailedException refused -> unauthenticated(refused);
            case ForbiddenException refused -> status(403, refused);
            // Two changes of the same row at once: the later one gets the same error as an outdated version.
            case OptimisticLockException late ->
                problem(Problems.preconditionFailed("Somebody else changed the resource at the same time."));
            case CompositeException several -> first(several.getCauses().getFirst());
            default -> unexpected(failure);
        };
    }

    private RestResponse<String> constraint(ConstraintViolationException failure) {
        return problem(Problems.invalid(failure.getConstraintViolations().stream()
                .map(RequestViolations::from)
                .sorted(Comparator.comparing(Violation::pointer).thenComparing(Violation::code))
                .toList()));
    }

    private RestResponse<String> unauthenticated(SecurityException failure) {
        ProblemDetails details = failure.getCause() instanceof ProblemException cause
                ? ProblemDetails.from(cause)
                : ProblemDetails.ofStatus(401);
        return answer(details).header("WWW-Authenticate", "Bearer").build();
    }

    /** Maps the first of several failures. The caller may have caused it; a failed rollback follows it. */
    private RestResponse<String> first(Throwable failure) {
        boolean isCallers = failure instanceof ProblemException || failure instanceof OptimisticLockException;
        return isCallers ? map(failure) : unexpected(failure);
    }

    private RestResponse<String> unexpected(Throwable failure) {
        return Outages.isOutage(failure)
                ? problem(Problems.unavailable(
                        "DEPENDENCY_UNAVAILABLE",
                        "A dependency is unavailable. Read the current state, or retry with the same If-Match and Idempotency-Key.",
                        Duration.ofSeconds(5)))
                : status(500, failure);
    }

    private RestResponse<String> status(int status, Throwable failure) {
        ProblemDetails details = ProblemDetails.ofStatus(status);
        if (status >= 500) {
            LOG.errorf(failure, "Request failed, %s", details.instance());
        }
        return answer(details).build();
    }

    private RestResponse<String> problem(ProblemException refusal) {
        ResponseBuilder<String> answer = answer(ProblemDetails.from(refusal));
        Duration retryAfter = refusal.retryAfter();
        if (retryAfter != null) {
            answer.header("Retry-After", retryAfter.toSeconds());
        }
        return answer.build();
    }

    private ResponseBuilder<String> answer(ProblemDetails details) {
        return ResponseBuilder.<String>create(details.status())
                .entity(details.write(json))
                .type(ProblemDetails.MEDIA_TYPE);
    }
}
