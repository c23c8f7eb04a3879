package io.zizhi.notification.outbound;

import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Promise;
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
import io.zizhi.platform.http.BoundedAnswer;
import io.zizhi.platform.runtime.blocking.CallersContext;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends one request to a checked address, under the requested host name, and returns the answer. It follows no
 * redirects, reads only the beginning of a body, opens a new connection for each request and propagates no trace
 * context.
 */
@ApplicationScoped
public class PostJson {

    /** The part of an answer's body that is read. */
    public static final int ANSWER_BYTES = 1024;

    /** How long a body may take after its headers. A slow body does not change the outcome. */
    private static final Duration BODY_TIMEOUT = Duration.ofSeconds(1);

    /** Interim answers (1xx) of one request. Each costs processor time, and servers send one or two. */
    private static final int INTERIM_ANSWERS = 5;

    private final FindAddress find;
    private final Vertx vertx;
    private final HttpClient client;
    private final Duration timeout;

    @Inject
    PostJson(Vertx vertx, FindAddress find, NotificationLimits limits) {
        this(vertx, find, limits, new HttpClientOptions());
    }

    /** @param options trusted certificates, for tests */
    PostJson(Vertx vertx, FindAddress find, NotificationLimits limits, HttpClientOptions options) {
        this.find = find;
        this.vertx = vertx;
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
     * @param owner of the URL
     * @return the answer; fails with {@link RequestFailure} if there is none
     */
    public Uni<Answer> post(TargetUrl url, TargetOwner owner, Map<String, String> headers, String json) {
        return CallersContext.resume(find.of(url, owner)
                .chain(address -> send(url, address, headers, json))
                .ifNoItem()
                .after(timeout)
                .fail()
                .onFailure(failure -> !(failure instanceof RequestFailure))
                .transform(failure -> RequestFailure.passing(
                        failure instanceof TimeoutException || failure instanceof java.util.concurrent.TimeoutException
                                ? "NO_ANSWER"
                                : "NOT_REACHED")));
    }

    private Uni<Answer> send(TargetUrl url, InetAddress address, Map<String, String> headers, String json) {
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
                            opened.compose(request -> answerOf(request, json)).toCompletionStage())
                    .onCancellation()
                    .invoke(() -> BoundedAnswer.closeWhenOpen(opened));
        });
    }

    private Future<Answer> answerOf(HttpClientRequest request, String json) {
        Promise<Answer> answer = Promise.promise();
        AtomicInteger interim = new AtomicInteger();
        Runnable count = () -> {
            if (interim.incrementAndGet() > INTERIM_ANSWERS) {
                answer.tryFail("Too many interim answers");
            }
        };
        request.continueHandler(any -> count.run()).earlyHintsHandler(any -> count.run());
        var sent = request.send(Buffer.buffer(json))
                .compose(response -> new AnswerStart(response).read(vertx, bodyTimeout()))
                .onSuccess(answer::tryComplete)
                .onFailure(answer::tryFail);
        assert sent != null;
        return answer.future().onComplete(read -> BoundedAnswer.close(request));
    }

    /** Leaves half of the time-out to the connection and the headers. */
    private Duration bodyTimeout() {
        Duration half = timeout.dividedBy(2);
        return half.compareTo(BODY_TIMEOUT) < 0 ? half : BODY_TIMEOUT;
    }
}
