package io.zizhi.notification.sender.channel;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.tracing.TracingPolicy;
import io.zizhi.notification.sender.channel.GatewayAnswer.Answered;
import io.zizhi.platform.http.BoundedAnswer;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Posts one request to a gateway or provider. It never repeats a request, follows no redirects, reads a bounded answer,
 * opens a new connection for each request and propagates no trace context. A connection that is used again could be
 * half closed, and then nobody knows whether the gateway has the request.
 */
public final class GatewayClient {

    static final int LARGEST_BODY = 4_096;

    private final HttpClient client;
    private final Duration timeout;
    private final int largestBody;

    /**
     * Creates a client for short answers.
     *
     * @param timeout of the whole request: look-up, connection, request and answer
     */
    public GatewayClient(Vertx vertx, Duration connectTimeout, Duration timeout) {
        this(vertx, connectTimeout, timeout, LARGEST_BODY, new HttpClientOptions());
    }

    /**
     * Creates a client.
     *
     * @param largestBody bytes that are read of an answer
     * @param options for example trusted certificates, for tests
     */
    public GatewayClient(
            Vertx vertx, Duration connectTimeout, Duration timeout, int largestBody, HttpClientOptions options) {
        this.timeout = timeout;
        this.largestBody = largestBody;
        this.client = vertx.createHttpClient(options.setKeepAlive(false)
                .setConnectTimeout((int) connectTimeout.toMillis())
                .setIdleTimeout((int) timeout.toMillis())
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setTracingPolicy(TracingPolicy.IGNORE));
    }

    public void close() {
        // Nobody waits for this; the process end closes open connections.
        var closing = client.close();
        assert closing != null;
    }

    /** Posts the body. Never fails. Never call it inside a transaction. */
    public Uni<GatewayAnswer> post(URI url, Map<String, String> headers, String body) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(url.toString())
                .setTimeout(timeout.toMillis())
                .setFollowRedirects(false);
        headers.forEach(options::putHeader);
        return Uni.createFrom().deferred(() -> {
            Future<HttpClientRequest> opened = client.request(options);
            return Uni.createFrom()
                    .<GatewayAnswer>completionStage(() ->
                            opened.compose(request -> exchange(request, body)).toCompletionStage())
                    .onCancellation()
                    .invoke(() -> BoundedAnswer.closeWhenOpen(opened))
                    .ifNoItem()
                    .after(timeout)
                    .fail()
                    .onFailure()
                    .recoverWithItem(
                            () -> opened.failed() ? new GatewayAnswer.NotReached() : new GatewayAnswer.NoAnswer());
        });
    }

    private Future<GatewayAnswer> exchange(HttpClientRequest request, String body) {
        return request.send(Buffer.buffer(body))
                .compose(response -> BoundedAnswer.read(request, response, largestBody))
                .map(read -> new Answered(read.status(), read.retryAfter(), read.body()));
    }
}
