package io.zizhi.platform.http.problem;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.ManagementInterface;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.zizhi.platform.http.limits.PlatformLimits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
        filters.register(this::refuseLargeBody, 1000);
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
        for (Map.Entry<String, String> header : context.request().headers()) {
            size += header.getKey().length() + header.getValue().length() + HEADER_MARKS;
        }
        if (size > limits.headerBytes()) {
            context.response().putHeader("Connection", "close");
            answer(
                    context,
                    ProblemDetails.of(
                            431,
                            "HEADERS_TOO_LARGE",
                            "The headers may have at most " + limits.headerBytes() + " bytes.",
                            List.of()));
        } else {
            context.next();
        }
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

    /** Rejects a declared length over the limit. The server itself would reject it without a problem. */
    private void refuseLargeBody(RoutingContext context) {
        String contentType = context.request().getHeader("Content-Type");
        String length = context.request().getHeader("Content-Length");
        if (length == null || !length.chars().allMatch(Character::isDigit)) {
            context.next();
        } else if (contentType != null
                && contentType.toLowerCase(Locale.ROOT).contains("json")
                && isOver(length, limits.jsonBytes())) {
            refuseBody(context, "A JSON body may have at most " + limits.jsonBytes() + " bytes.");
        } else if (isOver(length, bodyBytes)) {
            refuseBody(context, "A body may have at most " + bodyBytes + " bytes.");
        } else {
            context.next();
        }
    }

    private void refuseBody(RoutingContext context, String detail) {
        context.response().putHeader("Connection", "close");
        answer(context, ProblemDetails.of(413, "PAYLOAD_TOO_LARGE", detail, List.of()));
    }

    int jsonBytes() {
        return limits.jsonBytes();
    }

    private static boolean isOver(String length, long limit) {
        return length.length() > 18 || Long.parseLong(length) > limit;
    }

    public void answer(RoutingContext context, int status) {
        answer(context, ProblemDetails.ofStatus(status));
    }

    private void answer(RoutingContext context, ProblemDetails details) {
        if (context.response().ended() || context.response().headWritten()) {
            return;
        }
        ProblemLanguage language = ProblemLanguage.of(context.request().getHeader("Accept-Language"));
        LOG.infof("%d %s, %s", details.status(), details.code(), details.instance());
        if (details.status() == UNAVAILABLE) {
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
