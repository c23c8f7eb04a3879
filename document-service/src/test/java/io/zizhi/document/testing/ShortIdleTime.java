package io.zizhi.document.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Lets the service cut off idle clients sooner than outside of tests, but later than any other limit does. */
public class ShortIdleTime implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return Map.of("quarkus.http.idle-timeout", "15s");
    }

    @Override
    public void stop() {
        // It has started nothing.
    }
}
