package io.zizhi.platform.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.restassured.path.json.JsonPath;
import java.lang.management.ClassLoadingMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CompiledPathsTest {

    private static final String JSON = """
            {"status": "OPEN", "items": [{"id": 7, "code": "A"}, {"id": 8, "code": null}], "not-simple": {"class": 3}}
            """;

    @BeforeAll
    static void install() {
        CompiledPaths.install();
    }

    @Test
    void paths_give_the_values_of_each_document() {
        JsonPath json = JsonPath.from(JSON);
        assertThat(json.getString("status")).isEqualTo("OPEN");
        assertThat(JsonPath.from("{\"status\": \"CLOSED\"}").getString("status"))
                .isEqualTo("CLOSED");
        assertThat(json.getLong("items[1].id")).isEqualTo(8);
        assertThat(json.getList("items.code")).containsExactly("A", null);
        assertThat(json.getInt("not-simple.class")).isEqualTo(3);
        assertThat(json.getInt("items.size()")).isEqualTo(2);
        assertThat(json.<Object>get("missing")).isNull();
        assertThat(json.<Object>get("missing.below")).isNull();
    }

    @Test
    void parameters_are_those_of_each_evaluation() {
        String path = "items.find { it.id == wanted }.code";
        assertThat(JsonPath.from(JSON).param("wanted", 7).getString(path)).isEqualTo("A");
        assertThat(JsonPath.from(JSON).param("wanted", 8).getString(path)).isNull();
        assertThatThrownBy(() -> JsonPath.from(JSON).getString(path))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("wanted");
    }

    @Test
    void malformed_path_is_refused() {
        assertThatThrownBy(() -> JsonPath.from(JSON).getString("items[")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void path_is_compiled_once() {
        ClassLoadingMXBean classes = ManagementFactory.getClassLoadingMXBean();
        assertThat(JsonPath.from(JSON).getString("items[0].code")).isEqualTo("A");
        long before = classes.getTotalLoadedClassCount();
        for (int i = 0; i < 1_000; i++) {
            assertThat(JsonPath.from(JSON).getString("items[0].code")).isEqualTo("A");
        }
        assertThat(classes.getTotalLoadedClassCount() - before).isLessThan(500);
    }
}
