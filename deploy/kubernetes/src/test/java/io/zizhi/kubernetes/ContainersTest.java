package io.zizhi.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Containers without a cluster run what a trial runs: only addresses and ports differ. So a test of these containers
 * is a test of the manifests.
 */
class ContainersTest {

    private static final Pattern ADDRESS = Pattern.compile("(QUARKUS|ZIZHI|KAFKA)_\\w*_(URL|HOST|PORT|SERVERS)");

    /** The suffix changes with the content of a ConfigMap. */
    private static final Pattern HASH = Pattern.compile("-[a-z0-9]{10}$");

    @Test
    void only_addresses_and_ports_differ_from_trial() {
        Build containers = Build.of("containers");
        Build trial = Build.of("trial");
        Map<String, JsonNode> ofTrial = plain(trial);
        Map<String, JsonNode> ofContainers = plain(containers);
        assertThat(ofContainers).hasSizeGreaterThan(30);
        ofContainers.forEach((name, manifest) -> assertThat(manifest).as(name).isEqualTo(ofTrial.get(name)));
    }

    @Test
    void ports_differ_between_services() {
        assertThat(Build.of("containers").services().stream()
                        .flatMap(service -> service.findValuesAsText("containerPort").stream()))
                .hasSize(12)
                .doesNotHaveDuplicates();
    }

    /** Returns the manifests by kind and name, without namespace, addresses, ports and hashes. */
    private static Map<String, JsonNode> plain(Build build) {
        Map<String, JsonNode> manifests = new TreeMap<>();
        for (JsonNode original : build.manifests()) {
            JsonNode manifest = original.deepCopy();
            strip(manifest);
            String name = HASH.matcher(Build.name(manifest)).replaceFirst("");
            manifests.put(manifest.path("kind").asText() + " " + name, manifest);
        }
        return manifests;
    }

    private static void strip(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(List.of("namespace", "containerPort"));
            object.properties()
                    .removeIf(field -> ADDRESS.matcher(field.getKey()).matches());
            if (object.path("name").isTextual()) {
                object.put("name", HASH.matcher(object.path("name").asText()).replaceFirst(""));
            }
        }
        node.forEach(ContainersTest::strip);
    }
}
