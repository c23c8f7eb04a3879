package io.zizhi.platform.observability.tracing;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Starts and ends the spans of work that no request carries. Attributes are ids, names of types and counts: never a
 * number, a name or a text of a person. Of a failure only its class is recorded, because its message may quote one.
 */
@ApplicationScoped
public class Spans {

    private static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error.type");

    private final Tracer tracer;

    Spans(OpenTelemetry telemetry) {
        this.tracer = telemetry.getTracer("io.zizhi.platform");
    }

    /** A span that goes on with the trace of {@code parent}, or begins one where that is null. */
    public SpanBuilder continuing(@Nullable TraceContext parent, String name, SpanKind kind) {
        return tracer.spanBuilder(name)
                .setSpanKind(kind)
                .setParent(parent == null ? Context.root() : parent.asParent());
    }

    /**
     * A span that takes up the trace that a row kept, for work that a later request does on it; it is linked to that
     * request's own trace. Where the row kept none it belongs to the request.
     */
    public SpanBuilder resuming(@Nullable TraceContext kept, String name) {
        TraceContext request = TraceContext.current();
        SpanBuilder span = continuing(kept == null ? request : kept, name, SpanKind.INTERNAL);
        if (kept != null && request != null) {
            link(span, request);
        }
        return span;
    }

    /** Refers to a trace without going on with it, as work does that happens long after. */
    public static void link(SpanBuilder span, TraceContext cause) {
        span.addLink(Span.fromContext(cause.asParent()).getSpanContext());
    }

    /** Runs {@code work} with the span as the current one: what it appends, asks and logs belongs to it. */
    // The scope is closed when the work has ended, which is after the method has returned.
    @SuppressWarnings("MustBeClosedChecker")
    public <T> Uni<T> within(SpanBuilder builder, Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            Span span = builder.startSpan();
            Scope scope = span.makeCurrent();
            return Uni.createFrom().deferred(() -> work.get()).onTermination().invoke((item, failure, cancelled) -> {
                scope.close();
                end(span, failure);
            });
        });
    }

    /** What a record that is sent within the span carries. */
    public static @Nullable TraceContext carried(Span span) {
        return TraceContext.of(Context.root().with(span));
    }

    /** Ends the span; with a failure as an error. */
    public static void end(Span span, @Nullable Throwable failure) {
        if (failure != null) {
            span.setStatus(StatusCode.ERROR);
            span.setAttribute(ERROR_TYPE, failure.getClass().getName());
        }
        span.end();
    }
}
