package io.zizhi.notification.outbound;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;

/** Reads the beginning of an answer. It never fails: a body that breaks off or takes too long is shorter. */
final class AnswerStart {

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\n\r\t]]");

    private final HttpClientResponse response;
    private final Buffer body = Buffer.buffer();
    private final Promise<Answer> read = Promise.promise();

    AnswerStart(HttpClientResponse response) {
        this.response = response;
    }

    /**
     * Completes with the first bytes, when the body ends, or after {@code longest}. Call it before the body arrives.
     */
    Future<Answer> read(Vertx vertx, Duration longest) {
        response.handler(this::add).endHandler(end -> finish()).exceptionHandler(broken -> finish());
        long timer = vertx.setTimer(longest.toMillis(), late -> finish());
        return read.future().onComplete(done -> vertx.cancelTimer(timer));
    }

    private void add(Buffer part) {
        int room = PostJson.ANSWER_BYTES - body.length();
        body.appendBuffer(part, 0, Math.min(room, part.length()));
        if (body.length() >= PostJson.ANSWER_BYTES) {
            finish();
        }
    }

    private void finish() {
        String text = new String(body.getBytes(), StandardCharsets.UTF_8);
        read.tryComplete(new Answer(response.statusCode(), CONTROL.matcher(text).replaceAll("\uFFFD")));
    }
}
