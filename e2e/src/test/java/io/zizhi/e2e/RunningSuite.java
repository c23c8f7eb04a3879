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
        Map<String, String> tracing = Map.of(
                "zizhi.tracing.otlp-endpoint",
                COLLECTOR.endpoint().toString(),
                "zizhi.tracing.export-delay",
                "PT0.2S",
                // lets an applicant urge a review at once instead of after twenty minutes
                "zizhi.urge.after",
                "PT0S");
        Map<String, Map<String, String>> properties = Service.modules().stream()
                .collect(Collectors.toMap(Function.identity(), service -> new HashMap<>(tracing)));
        // each filing waits for the code of its phone
        of(properties, Service.NOTIFICATION).put("zizhi.sms.poll-every", "PT0.1S");
        // These calls have one and two seconds and are not repeated; a busy machine may stop a service for longer.
        of(properties, Service.QUALIFICATION)
                .put(limitOf("io.zizhi.qualification.peer.review.ReviewClient/claim"), "10000");
        of(properties, Service.QUALIFICATION).put("quarkus.rest-client.review-service.read-timeout", "10000");
        of(properties, Service.REVIEW).put(limitOf("io.zizhi.review.casefile.unmasking.PlainValues/of"), "10");
        of(properties, Service.REVIEW).put("quarkus.rest-client.qualification-service.read-timeout", "10000");
        return properties;
    }

    private static Map<String, String> of(Map<String, Map<String, String>> properties, Service service) {
        return Objects.requireNonNull(properties.get(service.module()));
    }

    /** Returns the name of the setting for the time that a call may take, in the unit of its annotation. */
    private static String limitOf(String method) {
        return "quarkus.fault-tolerance.\"" + method + "\".timeout.value";
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
