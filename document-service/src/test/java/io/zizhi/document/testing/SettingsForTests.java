package io.zizhi.document.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * Shortens the deadlines of the service; idle clients are still cut off last. Ordinary requests of all tests must meet
 * them, also while the machine is busy for seconds.
 */
public class ShortDeadlines implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return Map.of(
                // Tests sweep themselves. The application of all tests runs longer than the five minutes of the
                // default.
                "zizhi.documents.sweep-delay", "24h",
                "zizhi.documents.missing-recheck", "100ms",
                "zizhi.limits.unread-deadline", "3s",
                "zizhi.limits.upload-patience", "6s",
                "zizhi.limits.view-patience", "2s",
                "zizhi.limits.rate-window", "3s",
                "zizhi.limits.crowded-window", "500ms",
                "zizhi.limits.crowded-after", "200ms",
                "quarkus.http.idle-timeout", "20s");
    }

    @Override
    public void stop() {
        // Nothing was started.
    }
}
