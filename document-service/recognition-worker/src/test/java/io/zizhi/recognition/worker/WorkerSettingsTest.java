package io.zizhi.recognition.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerSettingsTest {

    @TempDir
    Path folder;

    @Test
    void takes_arguments_over_defaults() throws IOException {
        String key = "key-file=" + key("0123456789abcdef\n");
        WorkerSettings settings = WorkerSettings.of(key, "port=1", "processes=2", "timeout=PT3S");
        assertThat(settings)
                .isEqualTo(new WorkerSettings(
                        "127.0.0.1", 1, 9086, "0123456789abcdef", 2, 1, "320m", Duration.ofSeconds(3)));
        assertThat(settings.toString()).doesNotContain("0123456789abcdef");
    }

    @Test
    void refuses_unknown_arguments_and_weak_keys() throws IOException {
        Path file = key("short");
        assertThatThrownBy(() -> WorkerSettings.of("prot=1")).hasMessageContaining("Unknown argument prot=1");
        assertThatThrownBy(WorkerSettings::of).hasMessageContaining("key-file is missing");
        assertThatThrownBy(() -> WorkerSettings.of("key-file=" + file)).hasMessageContaining("16 characters");
    }

    private Path key(String content) throws IOException {
        return Files.writeString(folder.resolve("key"), content);
    }
}
