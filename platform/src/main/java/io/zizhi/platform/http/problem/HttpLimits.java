package io.zizhi.platform.http.problem;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.ManagementInterface;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.zizhi.platform.http.limits.PlatformLimits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Answers with problem details when a request never reaches a resource: the body is too large, the address is
 * malformed, the path is unknown or the HTTP layer rejects the token.
 */
@ApplicationScoped
public class HttpLimits {

    private static final Logger LOG = Logger.getLogger(HttpLimits.class);

    /** Matches a bearer token that starts with a dot, so the part before its claims is empty. */
    private static final Pattern NO_TOKEN = Pattern.compile("(?is)bearer\\s+\\..*");

    /** Matches a media type. A blank header counts as a missing one. */
    private static final Pattern MEDIA_TYPE = Pattern.compile("(?s)\\s*|\\s*[^\\s/;,]+/[^\\s/;,]+\\s*([;,].*)?");

    private static final List<Integer> STATUSES = List.of(400, 401, 403, 404, 405, 406, 413, 415, 431, 500, 503);

    private static final int UNAVAILABLE = 503;

    private static final int BEFORE_ALL_LIMITS = 1003;

    /** Bytes of a header in addition to its name and value: a colon, a space and the end of the line. */
    private static final int HEADER_MARKS = 4;

    private static final Set<HttpMethod> BODILESS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.DELETE);

    /** Digits of a length that a long cannot hold for sure. */
    private static final int LONGEST_NUMBER = 19;

    private final ObjectMapper json;
    private final PlatformLimits limits;
    private final long bodyBytes;

    HttpLimits(
            ObjectMapper json,
            PlatformLimits limits,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") Optional<MemorySize> bodyBytes) {
        this.json = json;
        this.limits = limits;
        this.bodyBytes = bodyBytes.map(MemorySize::asLongValue).orElse(Long.MAX_VALUE);
    }

    void limit(@Observes Filters filters) {
        filters.register(this::refuseUnknownMethod, BEFORE_ALL_LIMITS);
        filters.register(this::refuseLargeHeaders, BEFORE_ALL_LIMITS);
        filters.register(this::refuseMalformedAddress, 1002);
        filters.register(this::refuseMalformedHeaders, 1001);
        filters.register(this::limitBody, 1000);
    }

    /** Limits requests on the management port, which pass no filter. There, lower order numbers run first. */
    void limitManagement(@Observes ManagementInterface management) {
        management.router().route().order(-BEFORE_ALL_LIMITS).handler(this::refuseUnknownMethod);
    }

    void routes(@Observes Router router) {
        STATUSES.forEach(status -> router.errorHandler(status, context -> answer(context, status)));
    }

    private void refuseUnknownMethod(RoutingContext context) {
        if (RequestMethod.isKnown(context.request().method().name())) {
            context.next();
        } else {
            answer(context, 501);
        }
    }

    private void refuseLargeHeaders(RoutingContext context) {
        int size = 0;
        int count = 0;
        for (Map.Entry<String, String> header : context.request().headers()) {
            size += header.getKey().length() + header.getValue().length() + HEADER_MARKS;
            count++;
        }
        if (size > limits.headerBytes()) {
            refuseHeaders(context, "The headers may have at most " + limits.headerBytes() + " bytes.");
        } else if (count > limits.headerLines()) {
            refuseHeaders(context, "A request may have at most " + limits.headerLines() + " headers.");
        } else {
            context.next();
        }
    }

    private void refuseHeaders(RoutingContext context, String detail) {
        closeAfterAnswer(context.request());
        answer(context, ProblemDetails.of(431, "HEADERS_TOO_LARGE", detail, List.of()));
    }

    private void refuseMalformedAddress(RoutingContext context) {
        RequestTarget.fault(context.request().uri())
                .ifPresentOrElse(
                        fault -> answer(context, ProblemDetails.of(400, "BAD_REQUEST", fault.detail(), List.of(fault))),
                        context::next);
    }

    /**
     * Rejects headers that the layers below would report as a server error: a token without a first part, a malformed
     * media type.
     */
    private void refuseMalformedHeaders(RoutingContext context) {
        String authorization = context.request().getHeader("Authorization");
        String contentType = context.request().getHeader("Content-Type");
        if (authorization != null && NO_TOKEN.matcher(authorization).matches()) {
            context.response().putHeader("WWW-Authenticate", "Bearer");
            answer(context, 401);
        } else if (contentType != null && !MEDIA_TYPE.matcher(contentType).matches()) {
            answer(
                    context,
                    ProblemDetails.of(
                            400,
                            "BAD_REQUEST",
                            "Content-Type must be a media type such as application/json.",
                            List.of()));
        } else {
            context.next();
        }
    }

    /**
     * Rejects a declared length over a limit, for which the server itself would answer without a problem. Limits the time
     * of a JSON body.
     */
    private void limitBody(RoutingContext context) {
        HttpServerRequest request = context.request();
        boolean isJson = isJson(request);
        long length = declaredLength(request);
        boolean isDeclared = request.getHeader(HttpHeaders.CONTENT_LENGTH) != null;
        if (isDeclared && isJson && length > limits.jsonBytes()) {
            refuseBody(context, "A JSON body may have at most " + limits.jsonBytes() + " bytes.");
        } else if (isDeclared && length > bodyBytes) {
            refuseBody(context, "A body may have at most " + bodyBytes + " bytes.");
        } else {
            if (isJson && length > 0) {
                limitJsonTime(context);
            }
            context.next();
        }
    }

    private void refuseBody(RoutingContext context, String detail) {
        closeAfterAnswer(context.request());
        answer(context, ProblemDetails.of(413, "PAYLOAD_TOO_LARGE", detail, List.of()));
    }

    private void limitJsonTime(RoutingContext context) {
        Vertx vertx = context.vertx();
        long timer = vertx.setTimer(limits.jsonDeadline().toMillis(), ignored -> endUnlessReceived(context));
        context.addEndHandler(answered -> vertx.cancelTimer(timer));
    }

    /** {@code UnreadBody} limits the rest of the body once the request is answered. */
    private void endUnlessReceived(RoutingContext context) {
        if (!context.request().isEnded() && !context.response().headWritten()) {
            closeAfterAnswer(context.request());
            answer(
                    context,
                    ProblemDetails.of(
                            408,
                            "BODY_TOO_SLOW",
                            "The body arrived too slowly. Send it again over a faster connection.",
                            List.of()));
        }
    }

    /**
     * Asks the client to close the connection after the answer. Does nothing on HTTP/2, because other requests share the
     * connection and clients reject this header.
     */
    public static void closeAfterAnswer(HttpServerRequest request) {
        if (request.version() != HttpVersion.HTTP_2) {
            request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
    }

    /** Returns whether the request has a body of JSON. */
    public static boolean isJson(HttpServerRequest request) {
        String contentType = request.getHeader(HttpHeaders.CONTENT_TYPE);
        return contentType != null
                && contentType.split(";", 2)[0].toLowerCase(Locale.ROOT).contains("json");
    }

    /** Returns the declared bytes of the body: 0 without a body, {@link Long#MAX_VALUE} if its end shows its length. */
    public static long declaredLength(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null) {
            boolean hasBody = request.version() == HttpVersion.HTTP_2
                    ? !BODILESS.contains(request.method())
                    : request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
            return hasBody ? Long.MAX_VALUE : 0;
        }
        boolean isNumber = !length.isEmpty() && length.chars().allMatch(each -> each >= '0' && each <= '9');
        return isNumber && length.length() < LONGEST_NUMBER ? Long.parseLong(length) : Long.MAX_VALUE;
    }

    int jsonBytes() {
        return limits.jsonBytes();
    }

    public void answer(RoutingContext context, int status) {
        answer(context, ProblemDetails.ofStatus(status));
    }

    public void answer(RoutingContext context, ProblemException problem) {
        Duration pause = problem.retryAfter();
        if (pause != null) {
            context.response().putHeader("Retry-After", String.valueOf(pause.toSeconds()));
        }
        answer(context, ProblemDetails.from(problem));
    }

    private void answer(RoutingContext context, ProblemDetails details) {
        if (context.response().ended() || context.response().headWritten()) {
            return;
        }
        ProblemLanguage language = ProblemLanguage.of(context.request().getHeader("Accept-Language"));
        LOG.infof("%d %s, %s", details.status(), details.code(), details.instance());
        if (details.status() == UNAVAILABLE && !context.response().headers().contains("Retry-After")) {
            context.response().putHeader("Retry-After", String.valueOf(Problems.SHORTLY.toSeconds()));
        }
        context.response().headers().add("Vary", "Accept-Language");
        context.response()
                .setStatusCode(details.status())
                .putHeader("Content-Type", ProblemDetails.MEDIA_TYPE)
                .putHeader("Content-Language", language.tag())
                .end(details.write(json, language));
    }
}
