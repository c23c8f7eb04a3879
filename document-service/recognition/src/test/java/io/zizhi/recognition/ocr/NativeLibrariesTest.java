package io.zizhi.recognition.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(value = OS.LINUX, disabledReason = "reads /proc")
class NativeLibrariesTest {

    @Test
    void libraries_in_use_are_no_longer_on_the_disk() throws IOException {
        new OcrEngine(1).close();

        List<String> libraries = Files.readAllLines(Path.of("/proc/self/maps")).stream()
                .filter(line -> line.contains("libonnxruntime"))
                .toList();
        assertThat(libraries).isNotEmpty().allMatch(line -> line.endsWith(" (deleted)"));
    }

    /** Versions that send reports to their maker identify the machine by this file. */
    @Test
    void engine_does_not_identify_the_machine() throws IOException {
        String library = "native/linux-x64/" + System.mapLibraryName("onnxruntime");
        try (InputStream packaged =
                Objects.requireNonNull(OrtEnvironment.class.getResourceAsStream(library), library)) {
            assertThat(new String(packaged.readAllBytes(), StandardCharsets.ISO_8859_1))
                    .contains("/proc/self/", "onnxruntime")
                    .doesNotContain("machine-id");
        }
    }
}
