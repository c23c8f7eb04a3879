package io.zizhi.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectFolderTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void without_a_name_the_state_is_in_its_own_folder_of_the_tree(String name) {
        assertThat(ProjectFolder.state(name)).isEqualTo(ProjectFolder.find().resolve(".zizhi"));
    }

    @ParameterizedTest
    @ValueSource(strings = "/var/lib/zizhi")
    void the_state_can_be_elsewhere(String name) {
        assertThat(ProjectFolder.state(name)).isEqualTo(Path.of(name));
    }
}
