package io.zizhi.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Containers without a cluster run what production runs: only addresses, ports and a few settings of the local servers
 * differ. So the demo in these containers is a test of the manifests of production.
 */
class ContainersTest {

    private static final Pattern ADDRESS =
            Pattern.compile("(QUARKUS|ZIZHI|KAFKA)_\\w*_(URL|HOST|PORT|SERVERS|ADDRESS|ENDPOINT|PROXIES)");

    /**
     * The issuer is local, the local broker has no SCRAM, an authority of its own signed all certificates, a volume of
     * podman belongs to root, and no recognition worker runs there.
     */
    private static final Set<String> OF_LOCAL_SERVERS = Set.of(
            "ZIZHI_SECURITY_ALLOW_IN_PRODUCTION",
            "KAFKA_SASL_MECHANISM",
            "JAVA_TOOL_OPTIONS",
            "ZIZHI_DOCUMENT_RECOGNITION_PROVIDER",
            "ZIZHI_AUDIT_ANCHORS_FOLDER");

    /** The authority of the local servers, the scanner, which does not run beside the service, and the worker's key. */
    private static final Set<String> NAMED_PARTS = Set.of(
            "truststore",
            "clamd",
            "freshclam",
            "clamav",
            "clamav-configuration",
            "clamav-tmp",
            "signatures",
            "ZIZHI_DOCUMENT_RECOGNITION_KEY");

    /** The suffix changes with the content of a ConfigMap. Kustomize's digits spell no words, such as "dashboards". */
    private static final Pattern HASH = Pattern.compile("-[2456789bcdfghkmt]{10}$");

    private static final String REGISTRY = "registry.example.cn/";

    @Test
    void only_addresses_ports_and_local_servers_differ_from_production() {
        Map<String, JsonNode> ofProduction = plain(Build.of("production"));
        Map<String, JsonNode> ofContainers = plain(Build.of("containers"));
        assertThat(ofContainers).hasSizeGreaterThan(60);
        ofContainers.forEach((name, manifest) -> assertThat(manifest).as(name).isEqualTo(ofProduction.get(name)));
    }

    @Test
    void ports_differ_between_services() {
        assertThat(Build.of("containers").services().stream()
                        .flatMap(service -> service.findValuesAsText("containerPort").stream()))
                .hasSize(12)
                .doesNotHaveDuplicates();
    }

    /** Returns the manifests by kind and name, without namespace, hashes, and what may differ. */
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

    /** KEDA owns the number of replicas in production; podman starts one. */
    private static void strip(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(List.of("namespace", "containerPort", "replicas"));
            object.properties()
                    .removeIf(field ->
                            ADDRESS.matcher(field.getKey()).matches() || OF_LOCAL_SERVERS.contains(field.getKey()));
            if (object.path("name").isTextual()) {
                object.put("name", HASH.matcher(object.path("name").asText()).replaceFirst(""));
            }
            if (object.path("image").asText().startsWith(REGISTRY)) {
                object.put("image", object.path("image").asText().substring(REGISTRY.length()));
            }
        }
        if (node instanceof ArrayNode array) {
            for (Iterator<JsonNode> elements = array.elements(); elements.hasNext(); ) {
                if (NAMED_PARTS.contains(elements.next().path("name").asText())) {
                    elements.remove();
                }
            }
        }
        node.forEach(ContainersTest::strip);
    }
}
