package io.zizhi.document.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Shortens the deadlines of the service; idle clients are still cut off last. */
public class ShortDeadlines implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return Map.of(
                "zizhi.documents.answer-timeout", "2s",
                "zizhi.documents.missing-recheck", "100ms",
                "zizhi.limits.unread-deadline", "1s",
                "zizhi.limits.upload-patience", "3s",
                "zizhi.limits.view-patience", "1s",
                "zizhi.limits.rate-window", "1500ms",
                "zizhi.limits.crowded-window", "500ms",
                "zizhi.limits.crowded-after", "200ms",
                "quarkus.http.idle-timeout", "20s");
    }

    @Override
    public void stop() {
        // Nothing was started.
    }
}
