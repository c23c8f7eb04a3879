package io.zizhi.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Compares the network policies with the connections that a suite makes: {@code connections.csv}, which {@code
 * e2e/production-like} compares with a running suite.
 */
class ConnectionsTest {

    static final List<String> OVERLAYS = List.of("trial", "production", Build.COMPLETE);

    /** Lets review-service and notification-service send and receive what neither does. */
    private static final String SUPERFLUOUS = """
            kind: NetworkPolicy
            spec:
              podSelector:
                matchLabels: {app.kubernetes.io/name: review-service, app.kubernetes.io/component: service}
              egress:
                - to:
                    - podSelector:
                        matchLabels: {app.kubernetes.io/name: notification-service, app.kubernetes.io/component: service}
                  ports:
                    - {port: internal}
              ingress:
                - from:
                    - podSelector:
                        matchLabels: {app.kubernetes.io/name: review-service, app.kubernetes.io/component: service}
                  ports:
                    - {port: internal}
            """;

    @ParameterizedTest
    @FieldSource("OVERLAYS")
    void policies_allow_exactly_the_listed_connections(String overlay) {
        AllowedConnections allowed = AllowedConnections.of(Build.of(overlay));
        MadeConnections made = new MadeConnections(overlay);
        assertThat(allowed.sent()).as("sent").containsExactlyElementsOf(made.sent());
        assertThat(allowed.received()).as("received").containsExactlyElementsOf(made.received());
    }

    /** Proves that the comparison sees every rule, and that no two rules allow the same. */
    @ParameterizedTest
    @FieldSource("OVERLAYS")
    void removed_rule_is_noticed(String overlay) {
        Build build = Build.of(overlay);
        AllowedConnections all = AllowedConnections.of(build);
        List<String> unnoticed = new ArrayList<>();
        for (JsonNode policy : build.all("NetworkPolicy").toList()) {
            for (String direction : List.of("ingress", "egress")) {
                int rules = policy.path("spec").path(direction).size();
                for (int rule = 0; rule < rules; rule++) {
                    if (AllowedConnections.of(without(build, policy, direction, rule))
                            .equals(all)) {
                        unnoticed.add(Build.name(policy) + " " + direction + " " + rule);
                    }
                }
            }
        }
        assertThat(unnoticed).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("OVERLAYS")
    void superfluous_rule_is_noticed(String overlay) {
        List<JsonNode> manifests = new ArrayList<>(Build.of(overlay).manifests());
        manifests.addAll(Build.parse(SUPERFLUOUS).manifests());
        AllowedConnections allowed = AllowedConnections.of(new Build("", manifests));
        MadeConnections made = new MadeConnections(overlay);
        assertThat(allowed.sent())
                .containsAll(made.sent())
                .contains("review-service -> notification-service:internal")
                .hasSize(made.sent().size() + 1);
        assertThat(allowed.received()).hasSize(made.received().size() + 1);
    }

    @Test
    void connection_is_listed_once() {
        List<List<String>> listed = new ArrayList<>(MadeConnections.listed(false));
        listed.addAll(MadeConnections.listed(true));
        assertThat(listed).doesNotHaveDuplicates();
    }

    private static Build without(Build build, JsonNode policy, String direction, int rule) {
        List<JsonNode> manifests = new ArrayList<>(build.manifests());
        JsonNode copy = policy.deepCopy();
        ((ArrayNode) copy.path("spec").path(direction)).remove(rule);
        manifests.set(manifests.indexOf(policy), copy);
        return new Build(build.text(), manifests);
    }
}
