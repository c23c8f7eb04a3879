package io.zizhi.platform.operations.audit.anchor;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.platform.runtime.settings.Settings;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AnchorRuleTest {

    private static final String KEY = "zizhi.audit.anchors.key";
    private static final String FOLDER = "zizhi.audit.anchors.folder";

    @Test
    void production_needs_key_and_folder() {
        assertThat(problems(Map.of(), true)).hasSize(1);
        assertThat(problems(Map.of(KEY, "k"), true)).hasSize(1);
        assertThat(problems(Map.of(KEY, "k", FOLDER, "f"), true)).isEmpty();
    }

    @Test
    void other_profiles_need_both_or_none() {
        assertThat(problems(Map.of(), false)).isEmpty();
        assertThat(problems(Map.of(FOLDER, "f"), false)).hasSize(1);
    }

    private static Stream<String> problems(Map<String, String> values, boolean isProduction) {
        Settings settings = new Settings() {
            @Override
            public Stream<String> names() {
                return values.keySet().stream();
            }

            @Override
            public Optional<String> find(String name) {
                return Optional.ofNullable(values.get(name));
            }
        };
        return new AnchorRule().problems(settings, isProduction);
    }
}
