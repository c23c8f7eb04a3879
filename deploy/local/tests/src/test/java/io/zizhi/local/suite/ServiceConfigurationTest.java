package io.zizhi.local.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceConfigurationTest {

    private static final String PEER = "zizhi.document-service.url";

    @TempDir
    private Path folder;

    @Test
    void recognises_its_own_file() {
        Path file = folder.resolve("config/review-service.properties");
        ServiceConfiguration configuration =
                new ServiceConfiguration(Map.of(PEER, "http://127.0.0.1:8082", "password", "a=b: #c\\d"));
        assertThat(configuration.isIn(file)).isFalse();
        configuration.write(file);
        assertThat(configuration.isIn(file)).isTrue();
    }

    @Test
    void detects_changed_address_of_another_service() {
        Path file = ServiceConfiguration.file("review-service", folder);
        new ServiceConfiguration(Map.of(PEER, "http://127.0.0.1:8082")).write(file);
        assertThat(new ServiceConfiguration(Map.of(PEER, "http://127.0.0.1:18082")).isIn(file))
                .isFalse();
    }
}
