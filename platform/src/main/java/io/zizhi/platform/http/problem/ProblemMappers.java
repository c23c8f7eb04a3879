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
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** The one place where an exception becomes an answer. */
public class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    private final ObjectMapper json;

    ProblemMappers(ObjectMapper json) {
        this.json = json;
    }

    @ServerExceptionMapper
    public RestResponse<String> problem(ProblemException problem) {
        return answer(ProblemDetails.from(problem), problem.retryAfter());
    }

    @ServerExceptionMapper
    public RestResponse<String> constraint(ConstraintViolationException failure) {
        return problem(Problems.invalid(failure.getConstraintViolations().stream()
                .map(RequestViolations::from)
                .sorted(Comparator.comparing(Violation::pointer).thenComparing(Violation::code))
                .toList()));
    }

    @ServerExceptionMapper
    public RestResponse<String> json(JsonProcessingException failure) {
        return problem(Problems.invalid(List.of(RequestViolations.from(failure))));
    }

    /** Named apart, because Quarkus brings a mapper of its own for exactly this class. */
    @ServerExceptionMapper
    public RestResponse<String> mismatch(MismatchedInputException failure) {
        return json(failure);
    }

    @ServerExceptionMapper
    public RestResponse<String> web(WebApplicationException failure) {
        if (failure.getCause() instanceof JsonProcessingException cause) {
            return json(cause);
        }
        if (failure.getCause() instanceof ProblemException cause) {
            return problem(cause);
        }
        return status(failure.getResponse().getStatus(), failure);
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    public RestResponse<String> unauthenticated(SecurityException failure) {
        ProblemDetails details = failure.getCause() instanceof ProblemException problem
                ? ProblemDetails.from(problem)
                : ProblemDetails.ofStatus(401);
        return RestResponse.ResponseBuilder.create(RestResponse.Status.UNAUTHORIZED, write(details))
                .type(ProblemDetails.MEDIA_TYPE)
                .header("WWW-Authenticate", "Bearer")
                .build();
    }

    @ServerExceptionMapper
    public RestResponse<String> tooLarge(JsonSizeLimit.TooLargeException failure) {
        return status(413, failure);
    }

    @ServerExceptionMapper
    public RestResponse<String> notUtf8(JsonSizeLimit.NotUtf8Exception failure) {
        return problem(Problems.invalid(List.of(new Violation("", "JSON_MALFORMED", "The body is not UTF-8."))));
    }

    @ServerExceptionMapper
    public RestResponse<String> forbidden(ForbiddenException failure) {
        return status(403, failure);
    }

    /** Two changes of the same row at once: the later one is told as if it had come with an old version. */
    @ServerExceptionMapper
    public RestResponse<String> optimisticLock(OptimisticLockException failure) {
        return problem(Problems.preconditionFailed("It was changed by somebody else at the same time."));
    }

    /** Mutiny wraps several failures in one; the first is the one that the caller caused. */
    @ServerExceptionMapper
    public RestResponse<String> composite(CompositeException failure) {
        return switch (failure.getCauses().getFirst()) {
            case ProblemException cause -> problem(cause);
            case OptimisticLockException cause -> optimisticLock(cause);
            case Throwable cause -> anything(cause);
        };
    }

    @ServerExceptionMapper
    public RestResponse<String> anything(Throwable failure) {
        return Outages.isOutage(failure)
                ? problem(Problems.unavailable(
                        "DEPENDENCY_UNAVAILABLE",
                        "Something that is needed is down. Look at the state, or repeat with the same If-Match and Idempotency-Key.",
                        Duration.ofSeconds(5)))
                : status(500, failure);
    }

    private RestResponse<String> status(int status, Throwable failure) {
        ProblemDetails details = ProblemDetails.ofStatus(status);
        if (status >= 500) {
            LOG.errorf(failure, "Request failed, %s", details.instance());
        }
        return answer(details, null);
    }

    private RestResponse<String> answer(ProblemDetails details, @Nullable Duration retryAfter) {
        var builder = RestResponse.ResponseBuilder.<String>create(details.status())
                .entity(write(details))
                .type(ProblemDetails.MEDIA_TYPE);
        if (retryAfter != null) {
            builder.header("Retry-After", retryAfter.toSeconds());
        }
        return builder.build();
    }

    private String write(ProblemDetails details) {
        try {
            return json.writeValueAsString(details);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A problem could not be written", impossible);
        }
    }
}
