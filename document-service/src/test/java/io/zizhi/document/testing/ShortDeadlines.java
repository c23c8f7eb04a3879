package io.zizhi.document.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Shortens the deadlines of the service; idle clients are still cut off last. */
public class ShortDeadlines implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return Map.of(
                "zizhi.documents.answer-timeout", "2s",
                "zizhi.documents.unread-deadline", "2s",
                "zizhi.documents.upload-patience", "2s",
                "zizhi.documents.view-patience", "1s",
                "quarkus.http.idle-timeout", "5s");
    }

    @Override
    public void stop() {
        // It has started nothing.
    }
}
