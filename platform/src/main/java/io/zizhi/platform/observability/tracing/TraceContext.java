package io.zizhi.platform.observability.tracing;

import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The trace context of a row or record: the two headers of W3C Trace Context, unchanged.
 *
 * @param traceparent ids of the trace and of the parent span
 * @param tracestate data added by tracing systems; null if absent or longer than {@value #LONGEST_STATE} characters
 */
public record TraceContext(String traceparent, @Nullable String tracestate) {

    public static final String TRACEPARENT = "traceparent";
    public static final String TRACESTATE = "tracestate";

    /**
     * Characters that every participant must pass on, according to the standard. Longer values come from outside and
     * would fill rows.
     */
    static final int LONGEST_STATE = 512;

    private static final W3CTraceContextPropagator FORMAT = W3CTraceContextPropagator.getInstance();

    /** Returns the trace of the current work, or null if it has none. */
    public static @Nullable TraceContext current() {
        return of(Context.current());
    }

    /** Returns a stored trace, or null if none was stored. */
    public static @Nullable TraceContext stored(@Nullable String traceparent, @Nullable String tracestate) {
        return traceparent == null ? null : new TraceContext(traceparent, tracestate);
    }

    static @Nullable TraceContext of(Context context) {
        Map<String, String> headers = new HashMap<>();
        FORMAT.inject(context, headers, (carrier, name, value) -> headers.put(name, value));
        String tracestate = headers.get(TRACESTATE);
        return stored(
                headers.get(TRACEPARENT),
                tracestate == null || tracestate.length() > LONGEST_STATE ? null : tracestate);
    }

    /** Returns the parent context for a span that continues this trace. An unreadable one starts a new trace. */
    Context asParent() {
        return FORMAT.extract(Context.root(), this, Headers.GETTER);
    }

    private enum Headers implements TextMapGetter<TraceContext> {
        GETTER;

        @Override
        public Iterable<String> keys(TraceContext carrier) {
            return List.of(TRACEPARENT, TRACESTATE);
        }

        @Override
        public @Nullable String get(@Nullable TraceContext carrier, String name) {
            if (carrier == null) {
                return null;
            }
            return name.equals(TRACEPARENT) ? carrier.traceparent : carrier.tracestate;
        }
    }
}
