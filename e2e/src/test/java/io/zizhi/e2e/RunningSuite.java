package io.zizhi.e2e;

import io.zizhi.local.layout.Service;
import io.zizhi.local.layout.SuiteOptions;
import io.zizhi.local.suite.Suite;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The suite that all journeys of a test run share, on random ports, with trace export; it stops with the test JVM. */
public final class RunningSuite {

    private static @Nullable Suite suite;

    private static final TraceCollector COLLECTOR = TraceCollector.start();

    private RunningSuite() {}

    static TraceCollector traces() {
        return COLLECTOR;
    }

    public static synchronized Suite get() {
        Suite running = suite;
        if (running == null) {
            running = Suite.startForTests(new SuiteOptions(properties(), Map.of()));
            suite = running;
        }
        return running;
    }

    private static Map<String, Map<String, String>> properties() {
        Map<String, String> shared = new HashMap<>(patience());
        shared.put("zizhi.tracing.otlp-endpoint", COLLECTOR.endpoint().toString());
        shared.put("zizhi.tracing.export-delay", "PT0.2S");
        // lets an applicant urge a review at once instead of after twenty minutes
        shared.put("zizhi.urge.after", "PT0S");
        Map<String, Map<String, String>> properties = Service.modules().stream()
                .collect(Collectors.toMap(Function.identity(), service -> new HashMap<>(shared)));
        // each filing waits for the code of its phone
        Objects.requireNonNull(properties.get(Service.NOTIFICATION.module())).put("zizhi.sms.poll-every", "PT0.1S");
        return properties;
    }

    /** Gives every call between services ten seconds: a busy machine may stop a service for longer than the usual two. */
    private static Map<String, String> patience() {
        Map<String, String> patience = new HashMap<>();
        patience.put("quarkus.fault-tolerance.global.timeout.value", "10");
        patience.put("quarkus.fault-tolerance.global.timeout.unit", "seconds");
        for (String peer : Service.modules()) {
            patience.put("quarkus.rest-client." + peer + ".connect-timeout", "10000");
            patience.put("quarkus.rest-client." + peer + ".read-timeout", "10000");
        }
        return patience;
    }

    public static Addresses addresses() {
        Suite running = get();
        return new Addresses(
                URI.create(running.url("qualification-service")),
                URI.create(running.url("document-service")),
                URI.create(running.url("review-service")),
                URI.create(running.url("notification-service")),
                URI.create(running.infrastructure().identity().issuer()));
    }
}
