package io.zizhi.document.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Differences from the settings of production. None shortens a limit: {@link TickerOfTests} makes limits end. */
public class SettingsForTests implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return Map.of(
                // Tests sweep themselves. The application of all tests runs longer than the five minutes of the
                // default.
                "zizhi.documents.sweep-delay", "24h",
                "zizhi.documents.missing-recheck", "100ms",
                // These limit processes, so they end in real time. A busy machine must not reach them.
                "zizhi.pages.timeout", "2m",
                "zizhi.pages.office-timeout", "2m");
    }

    @Override
    public void stop() {
        // Nothing was started.
    }
}
