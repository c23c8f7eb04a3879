package io.zizhi.platform.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a server that may send any number of bytes.
 *
 * @param status HTTP status
 * @param retryAfter from {@code Retry-After}, if it is a number of seconds; else null
 * @param body UTF-8 text; null if it was larger than the limit
 */
public record BoundedAnswer(
        int status, @Nullable Duration retryAfter, @Nullable String body) {

    /**
     * Reads the answer. Closes the connection as soon as the body exceeds the limit.
     *
     * @param largest limit of the body in bytes
     */
    public static Future<BoundedAnswer> read(HttpClientRequest request, HttpClientResponse response, int largest) {
        Promise<BoundedAnswer> answer = Promise.promise();
        Buffer body = Buffer.buffer();
        response.handler(piece -> {
            if (body.length() + piece.length() > largest) {
                answer.tryComplete(of(response, null));
                close(request);
            } else {
                body.appendBuffer(piece);
            }
        });
        response.exceptionHandler(answer::tryFail);
        response.endHandler(end -> answer.tryComplete(of(response, body.toString(UTF_8))));
        return answer.future();
    }

    private static BoundedAnswer of(HttpClientResponse response, @Nullable String body) {
        String retryAfter = response.getHeader("Retry-After");
        return new BoundedAnswer(
                response.statusCode(),
                retryAfter != null && retryAfter.matches("[0-9]{1,9}")
                        ? Duration.ofSeconds(Long.parseLong(retryAfter))
                        : null,
                body);
    }

    /** Closes the connection of a request that is given up, so that the server cannot keep it busy for ever. */
    public static void closeWhenOpen(Future<HttpClientRequest> opened) {
        var closing = opened.onSuccess(BoundedAnswer::close);
        assert closing != null;
    }

    /** Closes the connection of a request. Nobody waits for this. */
    public static void close(HttpClientRequest request) {
        var closing = request.connection().close();
        assert closing != null;
    }

    /** Omits the body, which may have personal data. */
    @Override
    public String toString() {
        return "HTTP " + status;
    }
}
