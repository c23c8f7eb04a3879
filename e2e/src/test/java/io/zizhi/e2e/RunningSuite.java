package io.zizhi.e2e;

import io.zizhi.local.layout.Service;
import io.zizhi.local.layout.SuiteOptions;
import io.zizhi.local.suite.Suite;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
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
        Map<String, Map<String, String>> properties = PatientServices.with(Map.of(
                "zizhi.tracing.otlp-endpoint",
                COLLECTOR.endpoint().toString(),
                "zizhi.tracing.export-delay",
                "PT0.2S",
                // lets an applicant urge a review at once instead of after twenty minutes
                "zizhi.urge.after",
                "PT0S"));
        // each filing waits for the code of its phone
        Objects.requireNonNull(properties.get(Service.NOTIFICATION.module())).put("zizhi.sms.poll-every", "PT0.1S");
        return properties;
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
