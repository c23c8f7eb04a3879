package io.zizhi.recognition.worker;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.zizhi.recognition.DocumentForm;
import io.zizhi.recognition.worker.ReaderProcess.Outcome;
import io.zizhi.recognition.worker.ReaderProcess.Outcome.Crashed;
import io.zizhi.recognition.worker.ReaderProcess.Outcome.Done;
import io.zizhi.recognition.worker.ReaderProcess.Outcome.Ready;
import io.zizhi.recognition.worker.ReaderProcess.Outcome.TimedOut;
import io.zizhi.recognition.worker.ReaderProcess.Outcome.Undecodable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers {@code POST /v1/recognitions?form=}: one picture, as {@code docs/recognition.md} defines it. */
final class PictureHandler implements HttpHandler {

    private static final String FORM = "form=";

    private final byte[] authorization;
    private final Readers readers;
    private final WorkerMetrics metrics;
    private final WorkerLog log;
    private final Duration timeout;

    PictureHandler(WorkerSettings settings, Readers readers, WorkerMetrics metrics, WorkerLog log) {
        this.authorization = ("Bearer " + settings.key()).getBytes(StandardCharsets.UTF_8);
        this.readers = readers;
        this.metrics = metrics;
        this.log = log;
        this.timeout = settings.timeout();
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!isAuthorized(exchange.getRequestHeaders().getFirst("Authorization"))) {
                metrics.count("refused");
                // The server reads at most 64 KiB of the body, after the answer.
                exchange.getResponseHeaders().set("Connection", "close");
                error(exchange, 401, "UNAUTHENTICATED");
                return;
            }
            if (!exchange.getRequestMethod().equals("POST")) {
                refuse(exchange, 405, "METHOD_NOT_ALLOWED");
                return;
            }
            Optional<DocumentForm> form = form(exchange.getRequestURI().getQuery());
            if (form.isEmpty()) {
                refuse(exchange, 400, "FORM_UNKNOWN");
                return;
            }
            read(exchange, form.get());
        }
    }

    private boolean isAuthorized(@Nullable String given) {
        return given != null && MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), authorization);
    }

    private static Optional<DocumentForm> form(@Nullable String query) {
        return Arrays.stream(DocumentForm.values())
                .filter(form -> (FORM + form).equals(query))
                .findFirst();
    }

    private void read(HttpExchange exchange, DocumentForm form) throws IOException {
        Optional<ReaderProcess> taken = readers.take();
        if (taken.isEmpty()) {
            metrics.count("busy");
            drain(exchange);
            exchange.getResponseHeaders().set("Retry-After", "1");
            error(exchange, 503, "BUSY");
            return;
        }
        ReaderProcess reader = taken.get();
        try {
            byte[] picture = exchange.getRequestBody().readNBytes(Frames.LONGEST + 1);
            if (picture.length > Frames.LONGEST) {
                refuse(exchange, 413, "TOO_LARGE");
                return;
            }
            answer(exchange, read(reader, form, picture));
        } finally {
            readers.giveBack(reader);
        }
    }

    private Outcome read(ReaderProcess reader, DocumentForm form, byte[] picture) {
        long start = System.nanoTime();
        Outcome outcome = reader.read(form, picture, timeout);
        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        metrics.time(taken);
        String code = code(outcome);
        metrics.count(code);
        String message = form + ", " + picture.length + " bytes: " + code + " after " + taken.toMillis() + " ms";
        if (outcome instanceof Crashed || outcome instanceof TimedOut) {
            log.warn(message + "; process " + reader.pid() + " has ended");
        } else {
            log.info(message);
        }
        return outcome;
    }

    private static String code(Outcome outcome) {
        return switch (outcome) {
            case Done done -> "done";
            case Undecodable undecodable -> "undecodable";
            case TimedOut late -> "timed_out";
            case Crashed crashed -> "crashed";
            case Ready ready -> throw new IllegalStateException("The process answered out of turn");
        };
    }

    private static void answer(HttpExchange exchange, Outcome outcome) throws IOException {
        switch (outcome) {
            case Done done -> send(exchange, 200, done.answer());
            case Undecodable undecodable -> error(exchange, 422, "UNDECODABLE");
            case TimedOut late -> error(exchange, 500, "TIMED_OUT");
            case Crashed crashed -> error(exchange, 500, "CRASHED");
            case Ready ready -> throw new IllegalStateException("The process answered out of turn");
        }
    }

    private void refuse(HttpExchange exchange, int status, String code) throws IOException {
        metrics.count("refused");
        drain(exchange);
        error(exchange, status, code);
    }

    /** Reads the rest of the request. A client that is still sending would not read an answer. */
    private static void drain(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
    }

    private static void error(HttpExchange exchange, int status, String code) throws IOException {
        send(exchange, status, ("{\"code\":\"" + code + "\"}").getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, byte[] json) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, json.length);
        exchange.getResponseBody().write(json);
        // Closing the exchange would first wait for the rest of an unread body.
        exchange.getResponseBody().flush();
    }
}
