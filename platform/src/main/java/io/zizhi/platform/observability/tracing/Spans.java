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
 * Starts and ends the spans of work outside requests. Attributes are ids, type names and counts, never personal
 * numbers, names or texts. A failure is recorded by its class only, because its message may quote personal data.
 */
@ApplicationScoped
public class Spans {

    private static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error.type");

    private final Tracer tracer;

    Spans(OpenTelemetry telemetry) {
        this.tracer = telemetry.getTracer("io.zizhi.platform");
    }

    /** Returns a span that continues the trace of {@code parent}, or starts a new trace if that is null. */
    public SpanBuilder continuing(@Nullable TraceContext parent, String name, SpanKind kind) {
        return tracer.spanBuilder(name)
                .setSpanKind(kind)
                .setParent(parent == null ? Context.root() : parent.asParent());
    }

    /**
     * Returns a span that continues the trace stored in a row, for a later request that works on the row. The span
     * links to the request's own trace. If the row has no trace, the span belongs to the request.
     */
    public SpanBuilder resuming(@Nullable TraceContext kept, String name) {
        TraceContext request = TraceContext.current();
        SpanBuilder span = continuing(kept == null ? request : kept, name, SpanKind.INTERNAL);
        if (kept != null && request != null) {
            link(span, request);
        }
        return span;
    }

    /** Links the span to a trace without continuing it, for work that happens much later. */
    public static void link(SpanBuilder span, TraceContext cause) {
        span.addLink(Span.fromContext(cause.asParent()).getSpanContext());
    }

    /**
     * Runs {@code work} with the span as the current one. Everything that it appends, requests and logs belongs to the
     * span.
     */
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

    /** Returns the trace context for a record sent within the span. */
    public static @Nullable TraceContext carried(Span span) {
        return TraceContext.of(Context.root().with(span));
    }

    /** Ends the span, as an error if there is a failure. */
    public static void end(Span span, @Nullable Throwable failure) {
        if (failure != null) {
            span.setStatus(StatusCode.ERROR);
            span.setAttribute(ERROR_TYPE, failure.getClass().getName());
        }
        span.end();
    }
}
