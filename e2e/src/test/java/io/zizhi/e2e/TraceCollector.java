package io.zizhi.e2e;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/** A trace collector: accepts OTLP over HTTP and stores it. */
final class TraceCollector {

    /** A span with the name of the service that exported it. */
    record Exported(String service, Span span) {

        /** Returns the text attribute {@code key}, or an empty text. */
        String attribute(String key) {
            return value(span.getAttributesList(), key);
        }

        boolean is(Span.SpanKind kind) {
            return span.getKind() == kind;
        }

        /** Returns a readable title: {@code review-service: send zizhi.review.v1}. */
        String title() {
            return service + ": " + span.getName();
        }
    }

    private final HttpServer server;
    private final Queue<byte[]> bodies = new ConcurrentLinkedQueue<>();
    private final Queue<Exported> spans = new ConcurrentLinkedQueue<>();

    private TraceCollector(HttpServer server) {
        this.server = server;
    }

    /** Listens on a free port of 127.0.0.1 until the JVM ends. */
    static TraceCollector start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            TraceCollector collector = new TraceCollector(server);
            server.createContext("/v1/traces", collector::take);
            server.start();
            return collector;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces");
    }

    Stream<Exported> spans() {
        return spans.stream();
    }

    /** Returns the received bodies unchanged. */
    List<byte[]> bodies() {
        return List.copyOf(bodies);
    }

    /** Returns all texts in the received spans: names, keys and values; no ids and no times. */
    Set<String> texts() {
        Set<String> texts = new HashSet<>();
        bodies.forEach(body -> addTexts(parsed(body), texts));
        return texts;
    }

    private static ExportTraceServiceRequest parsed(byte[] body) {
        try {
            return ExportTraceServiceRequest.parseFrom(body);
        } catch (InvalidProtocolBufferException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void addTexts(Object value, Set<String> texts) {
        switch (value) {
            case String text -> texts.add(text);
            case List<?> values -> values.forEach(item -> addTexts(item, texts));
            case Message message -> message.getAllFields().values().forEach(field -> addTexts(field, texts));
            default -> {}
        }
    }

    Optional<Exported> parentOf(Exported child) {
        return spans().filter(
                        span -> span.span().getTraceId().equals(child.span().getTraceId())
                                && span.span().getSpanId().equals(child.span().getParentSpanId()))
                .findFirst();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            bodies.add(body);
            parsed(body).getResourceSpansList().forEach(this::keep);
            exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private void keep(ResourceSpans exported) {
        String service = value(exported.getResource().getAttributesList(), "service.name");
        exported.getScopeSpansList().stream()
                .flatMap(scope -> scope.getSpansList().stream())
                .forEach(span -> spans.add(new Exported(service, span)));
    }

    private static String value(List<KeyValue> attributes, String key) {
        return attributes.stream()
                .filter(attribute -> attribute.getKey().equals(key))
                .map(attribute -> attribute.getValue().getStringValue())
                .findFirst()
                .orElse("");
    }
}
