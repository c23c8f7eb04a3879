package io.zizhi.platform.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zizhi.local.suite.Infrastructure;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Starts real PostgreSQL, Kafka and OIDC for the tests of one module, and passes their addresses to the service under
 * test. With {@code objectStore=true} it also starts the object store.
 */
public class LocalInfrastructure implements QuarkusTestResourceLifecycleManager {

    private String service = "platform";
    private boolean objectStore;

    @Override
    public void init(Map<String, String> arguments) {
        service = arguments.getOrDefault("service", serviceUnderTest());
        objectStore = Boolean.parseBoolean(arguments.getOrDefault("objectStore", "false"));
    }

    @Override
    public Map<String, String> start() {
        EnumSet<Infrastructure.Part> parts =
                EnumSet.of(Infrastructure.Part.POSTGRES, Infrastructure.Part.KAFKA, Infrastructure.Part.IDENTITY);
        if (objectStore || service.equals("document-service")) {
            parts.add(Infrastructure.Part.OBJECT_STORE);
        }
        Infrastructure infrastructure = Infrastructure.startForTests(parts);
        Running.set(infrastructure);
        Map<String, String> config = new HashMap<>(infrastructure.serviceConfig(service));
        // Tests send nothing that could still store rows of an account after its tombstone.
        config.put("zizhi.erasure.settle", "PT0S");
        // Work on keys waits for both, several times.
        config.put("zizhi.encryption.key-cache-life", "PT0.2S");
        config.put("zizhi.encryption.service-key-pause", "PT0.5S");
        // A stall of the machine must not make requests fail with 503. IndexKeyReplacement ends the waits for it.
        config.put("zizhi.encryption.index-key-reserve", "PT1M");
        config.put("zizhi.erasure.pause", "PT1S");
        return config;
    }

    @Override
    public void stop() {
        // All test classes of the module share the infrastructure; it stops with the test JVM.
    }

    private static String serviceUnderTest() {
        return ConfigProvider.getConfig()
                .getOptionalValue("quarkus.application.name", String.class)
                .orElse("platform");
    }
}
