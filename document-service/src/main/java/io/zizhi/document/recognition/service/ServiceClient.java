package io.zizhi.document.recognition.service;

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
import io.vertx.core.tracing.TracingPolicy;
import io.zizhi.document.recognition.RecognitionConfig;
import io.zizhi.document.recognition.RecognitionForm;
import io.zizhi.document.recognition.service.ServiceAnswer.Answered;
import io.zizhi.document.recognition.service.ServiceAnswer.Broken;
import io.zizhi.document.recognition.service.ServiceAnswer.Late;
import io.zizhi.document.recognition.service.ServiceAnswer.NotReached;
import io.zizhi.document.storage.FileFormat;
import io.zizhi.document.storage.objects.Pieces;
import io.zizhi.platform.http.BoundedAnswer;
import io.zizhi.platform.ticker.Ticker;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Posts one picture to the worker or service. It follows no redirects and reads a bounded answer. Each picture gets a new
 * connection, so that a balancer in front of several workers can choose one for each.
 */
@ApplicationScoped
class ServiceClient {

    /** Fifty fields of five hundred characters, with room to spare. */
    static final int LARGEST_BODY = 256 * 1024;

    private final HttpClient client;
    private final String url;
    private final String key;
    private final Duration timeout;
    private final Ticker ticker;

    ServiceClient(Vertx vertx, RecognitionConfig config, Ticker ticker) {
        this.ticker = ticker;
        this.url = config.url().orElse("");
        this.key = config.key().orElse("");
        this.timeout = config.timeout();
        // The time-out of the picture comes first: a connection that ends while idle would count as broken.
        long longestIdle = timeout.multipliedBy(2).toMillis();
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setKeepAlive(false)
                .setConnectTimeout((int) config.connectTimeout().toMillis())
                .setIdleTimeout((int) longestIdle)
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setTracingPolicy(TracingPolicy.IGNORE));
    }

    @PreDestroy
    void close() {
        // Nobody waits for this; the process end closes open connections.
        var closing = client.close();
        assert closing != null;
    }

    /** Sends all pieces, which are consumed. Never fails. Never call it inside a transaction. */
    Uni<ServiceAnswer> post(RecognitionForm form, FileFormat format, Pieces picture) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(url + "/recognitions?form=" + form)
                .setFollowRedirects(false)
                .putHeader("Authorization", "Bearer " + key)
                .putHeader("Accept", "application/json")
                .putHeader("Content-Type", format.contentType())
                .putHeader("Content-Length", Integer.toString(picture.size()));
        return Uni.createFrom().deferred(() -> {
            Future<HttpClientRequest> opened = client.request(options);
            CompletableFuture<ServiceAnswer> late = new CompletableFuture<>();
            Runnable inTime =
                    ticker.after(timeout, () -> late.complete(opened.succeeded() ? new Late() : new NotReached()));
            Uni<ServiceAnswer> answer = Uni.createFrom()
                    .<ServiceAnswer>completionStage(() -> opened.compose(request -> exchange(request, picture))
                            .toCompletionStage())
                    .onCancellation()
                    .invoke(() -> BoundedAnswer.closeWhenOpen(opened))
                    .onFailure()
                    .recoverWithItem(() -> opened.failed() ? new NotReached() : new Broken());
            return Uni.combine()
                    .any()
                    .of(Uni.createFrom().completionStage(late), answer)
                    .onTermination()
                    .invoke(inTime);
        });
    }

    private static Future<ServiceAnswer> exchange(HttpClientRequest request, Pieces picture) {
        Promise<ServiceAnswer> answer = Promise.promise();
        var reading = request.response()
                .compose(response -> BoundedAnswer.read(request, response, LARGEST_BODY))
                .onSuccess(read -> answer.tryComplete(new Answered(read.status(), read.retryAfter(), read.body())))
                .onFailure(answer::tryFail);
        // A failure while sending is also one of the response, unless the service has answered early.
        var sending = send(request, picture);
        assert reading != null && sending != null;
        return answer.future();
    }

    /** Writes piece by piece, so that only one copy of the picture is in memory. */
    private static Future<Void> send(HttpClientRequest request, Pieces picture) {
        byte[] piece = picture.next();
        return piece == null
                ? request.end()
                : request.write(Buffer.buffer(piece)).compose(written -> send(request, picture));
    }
}
