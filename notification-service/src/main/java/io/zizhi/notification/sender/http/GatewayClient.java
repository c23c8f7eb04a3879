package io.zizhi.notification.sender.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.tracing.TracingPolicy;
import io.zizhi.notification.outbound.TargetUrl;
import io.zizhi.notification.sender.http.GatewayAnswer.Answered;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Posts one request to the gateway. It follows no redirects, reads a bounded answer, opens a new connection for each
 * request and propagates no trace context. A connection that is used again could be half closed, and then nobody knows
 * whether the gateway has the request.
 */
@ApplicationScoped
class GatewayClient {

    static final int LARGEST_BODY = 4_096;

    private final HttpClient client;
    private final Duration timeout;

    @Inject
    GatewayClient(Vertx vertx, HttpSenderConfig config) {
        this(vertx, config, new HttpClientOptions());
    }

    /** @param options trusted certificates, for tests */
    GatewayClient(Vertx vertx, HttpSenderConfig config, HttpClientOptions options) {
        this.timeout = config.timeout();
        this.client = vertx.createHttpClient(options.setKeepAlive(false)
                .setConnectTimeout((int) config.connectTimeout().toMillis())
                .setIdleTimeout((int) timeout.toMillis())
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setTracingPolicy(TracingPolicy.IGNORE));
    }

    @PreDestroy
    void close() {
        // Nobody waits for this; the process end closes open connections.
        var closing = client.close();
        assert closing != null;
    }

    /** Never fails. Never call it inside a transaction. */
    Uni<GatewayAnswer> post(TargetUrl url, Map<String, String> headers, String json) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(url.uri().toString())
                .setTimeout(timeout.toMillis())
                .setFollowRedirects(false)
                .putHeader("Content-Type", "application/json");
        headers.forEach(options::putHeader);
        return Uni.createFrom().deferred(() -> {
            Future<HttpClientRequest> opened = client.request(options);
            return Uni.createFrom()
                    .<GatewayAnswer>completionStage(() ->
                            opened.compose(request -> exchange(request, json)).toCompletionStage())
                    .onCancellation()
                    .invoke(() -> closeWhenOpen(opened))
                    .ifNoItem()
                    .after(timeout)
                    .fail()
                    .onFailure()
                    .recoverWithItem(
                            () -> opened.failed() ? new GatewayAnswer.NotReached() : new GatewayAnswer.NoAnswer());
        });
    }

    private static Future<GatewayAnswer> exchange(HttpClientRequest request, String json) {
        return request.send(Buffer.buffer(json)).compose(response -> read(request, response));
    }

    private static Future<GatewayAnswer> read(HttpClientRequest request, HttpClientResponse response) {
        Promise<GatewayAnswer> answer = Promise.promise();
        Buffer body = Buffer.buffer();
        response.handler(piece -> {
            if (body.length() + piece.length() > LARGEST_BODY) {
                answer.tryComplete(answered(response, null));
                close(request);
            } else {
                body.appendBuffer(piece);
            }
        });
        response.exceptionHandler(answer::tryFail);
        response.endHandler(end -> answer.tryComplete(answered(response, body.toString(UTF_8))));
        return answer.future();
    }

    private static Answered answered(HttpClientResponse response, @Nullable String body) {
        String retryAfter = response.getHeader("Retry-After");
        return new Answered(
                response.statusCode(),
                retryAfter != null && retryAfter.matches("[0-9]{1,9}")
                        ? Duration.ofSeconds(Long.parseLong(retryAfter))
                        : null,
                body);
    }

    /** Closes the connection after the time-out, so that the gateway cannot keep it busy for ever. */
    private static void closeWhenOpen(Future<HttpClientRequest> opened) {
        var closing = opened.onSuccess(GatewayClient::close);
        assert closing != null;
    }

    private static void close(HttpClientRequest request) {
        var closing = request.connection().close();
        assert closing != null;
    }
}
