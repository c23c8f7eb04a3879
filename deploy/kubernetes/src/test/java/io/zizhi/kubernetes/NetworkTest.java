package io.zizhi.kubernetes;

import static io.zizhi.kubernetes.Build.elements;
import static io.zizhi.kubernetes.Build.name;
import static io.zizhi.kubernetes.Build.podLabels;
import static io.zizhi.kubernetes.Build.selects;
import static io.zizhi.kubernetes.Build.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zizhi.local.layout.ProjectFolder;
import io.zizhi.local.layout.Service;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Who reaches whom: network policies and routes. */
class NetworkTest {

    private static final Pattern CALLER = Pattern.compile("`([a-z]+-service)`");

    /** A network in the source of {@code AddressRules}. */
    private static final Pattern NETWORK = Pattern.compile("\"([0-9a-f:.]+/\\d+)\"");

    static final List<String> OVERLAYS = Build.OVERLAYS;

    @ParameterizedTest
    @FieldSource("OVERLAYS")
    void every_pod_is_denied_everything_by_default(String overlay) {
        Build build = Build.of(overlay);
        for (JsonNode workload : build.workloads()) {
            assertThat(build.all("NetworkPolicy")
                            .filter(policy -> !policy.path("spec").has("ingress")
                                    && !policy.path("spec").has("egress"))
                            .filter(policy ->
                                    texts(policy.at("/spec/policyTypes")).containsAll(List.of("Ingress", "Egress"))))
                    .as(name(workload))
                    .anySatisfy(policy -> assertThat(selects(policy.at("/spec/podSelector"), podLabels(workload)))
                            .isTrue());
        }
    }

    /** A rule without peers or ports would allow everything. */
    @ParameterizedTest
    @FieldSource("OVERLAYS")
    void every_rule_names_peers_and_ports(String overlay) {
        for (JsonNode policy : Build.of(overlay).all("NetworkPolicy").toList()) {
            Stream.of("ingress", "egress")
                    .flatMap(direction -> elements(policy.path("spec").path(direction)))
                    .forEach(rule -> {
                        assertThat(rule.path("ports")).as(name(policy)).isNotEmpty();
                        assertThat(Stream.of("from", "to").flatMap(peers -> elements(rule.path(peers))))
                                .as(name(policy))
                                .isNotEmpty()
                                .allSatisfy(peer -> assertThat(peer).isNotEmpty());
                    });
        }
    }

    /** A request to any other address would be refused by the service itself, or be one that it must not send. */
    @ParameterizedTest
    @FieldSource("OVERLAYS")
    void public_addresses_are_those_that_webhooks_may_have(String overlay) throws IOException {
        List<String> ranges = NETWORK.matcher(Files.readString(ProjectFolder.find()
                        .resolve(
                                "notification-service/src/main/java/io/zizhi/notification/outbound/AddressRules.java")))
                .results()
                .map(range -> range.group(1))
                .toList();
        List<String> notPublic =
                ranges.stream().filter(range -> !range.contains(":")).toList();
        List<String> notPublic6 = ranges.stream()
                .filter(range -> range.contains(":") && !range.equals("2000::/3"))
                .toList();
        assertThat(notPublic).contains("10.0.0.0/8", "169.254.0.0/16");
        assertThat(ranges).contains("2000::/3");
        List<JsonNode> blocks = Build.of(overlay)
                .all("NetworkPolicy")
                .flatMap(policy -> policy.findValues("ipBlock").stream())
                .filter(block -> block.path("cidr").asText().matches(".*/[0-9]"))
                .toList();
        assertThat(blocks).isNotEmpty().allSatisfy(block -> {
            boolean four = block.path("cidr").asText().equals("0.0.0.0/0");
            assertThat(block.path("cidr").asText()).isIn("0.0.0.0/0", "2000::/3");
            assertThat(texts(block.path("except"))).containsExactlyInAnyOrderElementsOf(four ? notPublic : notPublic6);
        });
    }

    @ParameterizedTest
    @FieldSource("OVERLAYS")
    void services_reach_exactly_services_they_call(String overlay) throws IOException {
        Build build = Build.of(overlay);
        Set<String> documented = documentedCalls();
        Set<String> received = new TreeSet<>();
        Set<String> sent = new TreeSet<>();
        for (Service service : Service.values()) {
            JsonNode policy = build.get("NetworkPolicy", service.module());
            String internal = policy.at("/spec/ingress/0/ports/0/port").asText();
            assertThat(internal).isEqualTo("internal");
            peers(policy.at("/spec/ingress/0/from")).forEach(caller -> received.add(caller + " " + service.module()));
            peers(policy.at("/spec/egress/0/to")).forEach(called -> sent.add(service.module() + " " + called));
        }
        assertThat(received).isEqualTo(documented);
        assertThat(sent).isEqualTo(documented);
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void public_paths_are_routed_except_those_of_operators_and_auditors(Service service) throws IOException {
        Set<String> expected = new TreeSet<>();
        new ObjectMapper()
                .readTree(ProjectFolder.find()
                        .resolve("docs/openapi/" + service.module() + ".json")
                        .toFile())
                .path("paths")
                .fieldNames()
                .forEachRemaining(path ->
                        expected.add(String.join("/", List.of(path.split("/")).subList(0, 3))));
        // each service has its own, so one address for all cannot serve them
        expected.removeAll(List.of("/internal/v1", "/v1/operations", "/v1/audit-entries", "/v1/audit-verifications"));

        if (service == Service.NOTIFICATION) {
            // called by SMS providers, so not in the interface document
            expected.add("/v1/sms-receipts");
        }

        Set<String> routed = new TreeSet<>();
        for (JsonNode rule : Build.of("production").get("HTTPRoute", "zizhi").at("/spec/rules")) {
            if (rule.at("/backendRefs/0/name").asText().equals(service.module())) {
                rule.path("matches")
                        .forEach(match -> routed.add(match.at("/path/value").asText()));
            }
        }
        assertThat(routed).isEqualTo(expected);

        Set<String> forwarded = new TreeSet<>();
        for (JsonNode path : Build.of(Build.REST).get("Ingress", "zizhi").at("/spec/rules/0/http/paths")) {
            if (path.at("/backend/service/name").asText().equals(service.module())) {
                forwarded.add(path.path("path").asText());
            }
        }
        assertThat(forwarded).isEqualTo(expected);
    }

    /** Otherwise nginx would answer with a page of its own, and not with a problem. */
    @ParameterizedTest
    @EnumSource
    void ingress_takes_larger_bodies_than_services(Service service) throws IOException {
        Properties settings = settings("platform", "META-INF/microprofile-config.properties");
        settings.putAll(settings(service.module(), "application.properties"));
        String largest = settings.getProperty("quarkus.http.limits.max-body-size");
        String nginx = Build.of(Build.REST)
                .get("Ingress", "zizhi")
                .at("/metadata/annotations/nginx.ingress.kubernetes.io~1proxy-body-size")
                .asText();
        if (service == Service.DOCUMENT) {
            // it has no such limit: uploads enforce a smaller one themselves
            assertThat(largest).isEmpty();
        } else {
            assertThat(largest).endsWith("M");
            assertThat(nginx).endsWith("m");
            assertThat(megabytes(nginx)).isGreaterThan(megabytes(largest));
        }
    }

    private static Properties settings(String module, String file) throws IOException {
        Properties settings = new Properties();
        try (Reader source = Files.newBufferedReader(ProjectFolder.find()
                .resolve(module)
                .resolve("src/main/resources")
                .resolve(file))) {
            settings.load(source);
        }
        return settings;
    }

    private static int megabytes(String size) {
        return Integer.parseInt(size.substring(0, size.length() - 1));
    }

    private static Stream<String> peers(JsonNode rules) {
        return elements(rules)
                .map(peer -> peer.at("/podSelector/matchLabels/app.kubernetes.io~1name")
                        .asText());
    }

    /** Returns the calls of the page on internal endpoints, as "caller called". */
    private static Set<String> documentedCalls() throws IOException {
        Set<String> calls = new TreeSet<>();
        String called = "";
        for (String line : Files.readAllLines(Path.of(ProjectFolder.find() + "/docs/internal-callers.md"))) {
            if (line.startsWith("## ")) {
                called = line.substring(3);
            } else if (line.startsWith("| `")) {
                String callee = called;
                CALLER.matcher(line.substring(line.indexOf('|', 1)))
                        .results()
                        .forEach(caller -> calls.add(caller.group(1) + " " + callee));
            }
        }
        return calls;
    }
}
