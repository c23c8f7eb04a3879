package io.zizhi.platform.http;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.zizhi.platform.http.problem.HttpLimits;
import io.zizhi.platform.http.problem.ProblemException;
import io.zizhi.platform.http.problem.Problems;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * A request body that has not been read yet. Receiving it occupies no thread. A sender that pauses costs only a
 * connection and the bytes received so far, and only as long as it meets the {@link BodyLimits}.
 *
 * <p>A resource creates one from a parameter {@code @Context RoutingContext}. For a body parameter, Quarkus would read
 * the body before it calls the method, or read it on a waiting thread.
 */
public final class IncomingBody {

    private static final String CONTINUE = "100-continue";
    private static final long CHECK_EVERY_MILLIS = 250;

    /** How long the rest of a slow body is drained: only while the answer is sent. */
    private static final Duration DROP_SLOW_FOR = Duration.ofSeconds(1);

    private final RoutingContext context;
    private final HttpServerRequest request;
    private final UnreadBody rest;

    public IncomingBody(RoutingContext context) {
        this.context = context;
        this.request = context.request();
        this.rest = UnreadBody.of(context);
    }

    /**
     * Receives the whole body. Fails with 408 {@code BODY_TOO_SLOW} if it arrives too slowly, and with 400 {@code
     * BODY_INTERRUPTED} if it ends early. Call it on the event loop.
     *
     * @param tooLarge the problem for a body over the limit; if the declared length exceeds it, nothing is read
     */
    public Uni<byte[]> receive(BodyLimits limits, Supplier<RuntimeException> tooLarge) {
        return Uni.createFrom().emitter(emitter -> new Reception(limits, tooLarge, emitter).start());
    }

    /** Runs on the event loop of the connection. */
    private final class Reception {

        private final BodyLimits limits;
        private final Supplier<RuntimeException> tooLarge;
        private final UniEmitter<? super byte[]> emitter;
        private final Buffer body = Buffer.buffer();
        private final long start = System.nanoTime();

        private Reception(BodyLimits limits, Supplier<RuntimeException> tooLarge, UniEmitter<? super byte[]> emitter) {
            this.limits = limits;
            this.tooLarge = tooLarge;
            this.emitter = emitter;
        }

        private void start() {
            if (declaredLength() > limits.maxBytes()) {
                emitter.fail(tooLarge.get());
            } else if (request.isEnded()) {
                emitter.complete(new byte[0]);
            } else if (request.response().closed()) {
                emitter.fail(interrupted());
            } else {
                listen();
            }
        }

        private void listen() {
            long timer = context.vertx().setPeriodic(CHECK_EVERY_MILLIS, ignored -> checkRate());
            emitter.onTermination(() -> {
                context.vertx().cancelTimer(timer);
                request.pause();
            });
            request.handler(this::add);
            request.endHandler(ended -> emitter.complete(body.getBytes()));
            request.exceptionHandler(gone -> emitter.fail(interrupted()));
            // Somebody else has answered, such as the deadline of a JSON body, and UnreadBody takes over the handlers.
            context.addEndHandler(answered -> emitter.fail(interrupted()));
            if (CONTINUE.equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
                request.response().writeContinue();
            }
            request.resume();
        }

        private void add(Buffer piece) {
            body.appendBuffer(piece);
            if (body.length() > limits.maxBytes()) {
                emitter.fail(tooLarge.get());
            }
        }

        private void checkRate() {
            if (limits.isTooSlow(body.length(), Duration.ofNanos(System.nanoTime() - start))) {
                rest.dropFor(DROP_SLOW_FOR);
                HttpLimits.closeAfterAnswer(request);
                emitter.fail(Problems.requestTimeout(
                        "BODY_TOO_SLOW", "The body arrived too slowly. Send it again over a faster connection."));
            }
        }
    }

    private static ProblemException interrupted() {
        return Problems.badRequest("BODY_INTERRUPTED", "", "The body is incomplete. Send it again.");
    }

    /** Returns 0 if no length is declared. Vert.x has already rejected lengths beyond 64 bits. */
    private long declaredLength() {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }
}
