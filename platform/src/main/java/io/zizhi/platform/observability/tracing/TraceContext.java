package io.zizhi.platform.observability.tracing;

import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a row or a record carries of a trace: the two headers of W3C Trace Context, as they are.
 *
 * @param traceparent ids of the trace and of the span that goes on here
 * @param tracestate what tracing systems add; absent where none did, or where it is longer than {@value #LONGEST_STATE}
 */
public record TraceContext(String traceparent, @Nullable String tracestate) {

    public static final String TRACEPARENT = "traceparent";
    public static final String TRACESTATE = "tracestate";

    /** What the standard asks everybody to pass on; more comes from outside and would fill rows. */
    static final int LONGEST_STATE = 512;

    private static final W3CTraceContextPropagator FORMAT = W3CTraceContextPropagator.getInstance();

    /** The trace that the calling work belongs to, or null where it belongs to none. */
    public static @Nullable TraceContext current() {
        return of(Context.current());
    }

    /** What was stored of a trace, or null where nothing was. */
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

    /** The parent of a span that goes on with this trace; an unreadable one begins a new trace. */
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
