package io.zizhi.local.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectFolderTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void state_is_in_tree_by_default(String name) {
        assertThat(ProjectFolder.state(name)).isEqualTo(ProjectFolder.find().resolve(".zizhi"));
    }

    @ParameterizedTest
    @ValueSource(strings = "/var/lib/zizhi")
    void state_folder_is_configurable(String name) {
        assertThat(ProjectFolder.state(name)).isEqualTo(Path.of(name));
    }
}
