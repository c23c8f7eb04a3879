package io.zizhi.notification.outbound;

import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.tracing.TracingPolicy;
import io.zizhi.notification.limits.NotificationLimits;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Sends one request to a checked address, under the requested host name, and returns the response status. It follows no
 * redirects, reads no response body, opens a new connection for each request and propagates no trace context.
 */
@ApplicationScoped
public class PostJson {

    private final FindAddress find;
    private final HttpClient client;
    private final Duration timeout;

    @Inject
    PostJson(Vertx vertx, FindAddress find, NotificationLimits limits) {
        this(vertx, find, limits, new HttpClientOptions());
    }

    /** @param options trusted certificates, for tests */
    PostJson(Vertx vertx, FindAddress find, NotificationLimits limits, HttpClientOptions options) {
        this.find = find;
        this.timeout = limits.webhooks().timeout();
        this.client = vertx.createHttpClient(options.setKeepAlive(false)
                .setConnectTimeout((int) limits.webhooks().connectTimeout().toMillis())
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

    /**
     * Posts the text. Never call it inside a transaction.
     *
     * @return HTTP status; fails with {@link RequestFailure} if there is no response
     */
    public Uni<Integer> post(TargetUrl url, Map<String, String> headers, String json) {
        Context caller = Vertx.currentContext();
        Uni<Integer> posted = find.of(url)
                .chain(address -> send(url, address, headers, json))
                .ifNoItem()
                .after(timeout)
                .fail()
                .onFailure(failure -> !(failure instanceof RequestFailure))
                .transform(failure -> RequestFailure.passing(
                        failure instanceof TimeoutException || failure instanceof java.util.concurrent.TimeoutException
                                ? "NO_ANSWER"
                                : "NOT_REACHED"));
        return caller == null ? posted : posted.emitOn(next -> caller.runOnContext(ignored -> next.run()));
    }

    private Uni<Integer> send(TargetUrl url, InetAddress address, Map<String, String> headers, String json) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(url.port(), address.getHostAddress()))
                .setHost(url.host())
                .setPort(url.port())
                .setSsl(url.isEncrypted())
                .setURI(url.pathAndQuery())
                .setTimeout(timeout.toMillis())
                .setFollowRedirects(false)
                .putHeader("Content-Type", "application/json");
        headers.forEach(options::putHeader);
        return Uni.createFrom().deferred(() -> {
            Future<HttpClientRequest> opened = client.request(options);
            return Uni.createFrom()
                    .completionStage(() ->
                            opened.compose(request -> statusOf(request, json)).toCompletionStage())
                    .onCancellation()
                    .invoke(() -> closeWhenOpen(opened));
        });
    }

    /**
     * Closes the connection after the time-out. Otherwise a receiver could keep it busy forever with interim responses.
     */
    private static void closeWhenOpen(Future<HttpClientRequest> opened) {
        var closing = opened.onSuccess(PostJson::close);
        assert closing != null;
    }

    private static void close(HttpClientRequest request) {
        var closing = request.connection().close();
        assert closing != null;
    }

    private static Future<Integer> statusOf(HttpClientRequest request, String json) {
        return request.send(Buffer.buffer(json)).map(response -> {
            int status = response.statusCode();
            close(request);
            return status;
        });
    }
}
