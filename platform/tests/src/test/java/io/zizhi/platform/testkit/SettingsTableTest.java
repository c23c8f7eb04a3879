package io.zizhi.platform.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettingsTableTest {

    record SampleWindow(int most) {}

    interface Sample {

        Optional<URI> address();

        List<SampleWindow> windows();

        Thread unknown();
    }

    @Test
    void names_types_of_settings() {
        assertThat(SettingsTable.english(List.of(setting("address")))).contains("| address |");
        assertThat(SettingsTable.english(List.of(setting("windows")))).contains("| list of windows |");
    }

    @Test
    void fails_on_unknown_type() {
        assertThatThrownBy(() -> SettingsTable.english(List.of(setting("unknown"))))
                .hasMessageContaining("java.lang.Thread");
    }

    private static Setting setting(String name) {
        return new Setting(
                "zizhi.sample." + name,
                Arrays.stream(Sample.class.getMethods())
                        .filter(method -> method.getName().equals(name))
                        .findFirst()
                        .orElseThrow(),
                "Meaning.",
                Optional.empty(),
                Optional.empty());
    }
}
