package io.zizhi.platform.operations.audit.anchor;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.platform.runtime.settings.Settings;
import java.util.HashMap;
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

    @Test
    void bucket_stands_for_a_folder_and_needs_address_and_keys() {
        Map<String, String> bucket = Map.of(
                KEY,
                "k",
                "zizhi.audit.anchors.s3.bucket",
                "anchors",
                "zizhi.audit.anchors.s3.endpoint",
                "https://s3.example.cn",
                "zizhi.audit.anchors.s3.access-key",
                "a",
                "zizhi.audit.anchors.s3.secret-key",
                "s");
        assertThat(problems(bucket, true)).isEmpty();
        for (String needed : bucket.keySet()) {
            Map<String, String> without = new HashMap<>(bucket);
            without.remove(needed);
            assertThat(problems(without, true)).as(needed).hasSize(1);
        }
        Map<String, String> both = new HashMap<>(bucket);
        both.put(FOLDER, "f");
        assertThat(problems(both, true)).singleElement().asString().contains("two places");
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
