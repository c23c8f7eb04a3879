package io.zizhi.kubernetes;

import static io.zizhi.kubernetes.Build.elements;
import static io.zizhi.kubernetes.Build.podLabels;
import static io.zizhi.kubernetes.Build.selects;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The connections that network policies allow, as lines such as {@code review-service -> database:5432}. A connection
 * needs both: the policies of its sender and those of its receiver.
 *
 * @param sent what pods of the build may send
 * @param received what pods may receive: pods of the build, and pods of operators that have a policy
 */
record AllowedConnections(Set<String> sent, Set<String> received) {

    /** @param workload the workload that starts these pods; missing if the build does not start them */
    private record Peer(String name, JsonNode workload) {

        /** Returns the peer with a port. A named port must exist, because a rule for another one allows nothing. */
        String at(JsonNode port) {
            String number = port.path("port").asText();
            String text = port.path("protocol").asText("TCP").equals("UDP") ? number + "/UDP" : number;
            if (workload.isMissingNode()) {
                return name + ":" + text;
            }
            List<JsonNode> ports = Build.containers(workload).stream()
                    .flatMap(container -> elements(container.path("ports")))
                    .filter(open -> List.of(
                                    open.path("name").asText(),
                                    open.path("containerPort").asText())
                            .contains(number))
                    .toList();
            if (ports.isEmpty()) {
                throw new AssertionError(name + " has no port " + number);
            }
            return name + ":" + ports.getFirst().path("name").asText(text);
        }
    }

    static AllowedConnections of(Build build) {
        Set<String> sent = new TreeSet<>();
        Set<String> received = new TreeSet<>();
        build.all("NetworkPolicy").forEach(policy -> {
            List<Peer> own = pods(policy.at("/spec/podSelector"), build).toList();
            for (JsonNode rule : policy.at("/spec/egress")) {
                for (Peer sender : own) {
                    peers(rule.path("to"), build)
                            .flatMap(to -> elements(rule.path("ports")).map(to::at))
                            .forEach(to -> sent.add(sender.name() + " -> " + to));
                }
            }
            for (JsonNode rule : policy.at("/spec/ingress")) {
                peers(rule.path("from"), build)
                        .flatMap(from -> own.stream()
                                .flatMap(to ->
                                        elements(rule.path("ports")).map(port -> from.name() + " -> " + to.at(port))))
                        .forEach(received::add);
            }
        });
        build.all("Kafka").forEach(kafka -> {
            for (JsonNode listener : kafka.at("/spec/kafka/listeners")) {
                String to = "pods strimzi.io/cluster=" + Build.name(kafka) + " strimzi.io/kind=Kafka:"
                        + listener.path("port").asText();
                peers(listener.path("networkPolicyPeers"), build)
                        .forEach(from -> received.add(from.name() + " -> " + to));
            }
        });
        return new AllowedConnections(sent, received);
    }

    private static Stream<Peer> peers(JsonNode peers, Build build) {
        return elements(peers).flatMap(peer -> {
            if (peer.has("ipBlock")) {
                return Stream.of(new Peer(addresses(peer.path("ipBlock")), MissingNode.getInstance()));
            }
            if (peer.has("namespaceSelector")) {
                String pods = peer.has("podSelector") ? " pods " + labels(peer.path("podSelector")) : "";
                String name = "namespaces " + labels(peer.path("namespaceSelector")) + pods;
                return Stream.of(new Peer(name, MissingNode.getInstance()));
            }
            return pods(peer.path("podSelector"), build);
        });
    }

    /** Returns the selected workloads, or else one peer for the pods that an operator starts. */
    private static Stream<Peer> pods(JsonNode selector, Build build) {
        List<Peer> workloads = build.workloads().stream()
                .filter(workload -> selects(selector, podLabels(workload)))
                .map(workload -> new Peer(Build.name(workload), workload))
                .toList();
        return workloads.isEmpty()
                ? Stream.of(new Peer("pods " + labels(selector), MissingNode.getInstance()))
                : workloads.stream();
    }

    /** Rules for public addresses come in pairs, for IPv4 and IPv6. NetworkTest checks their exceptions. */
    private static String addresses(JsonNode block) {
        String cidr = block.path("cidr").asText();
        boolean all = Set.of("0.0.0.0/0", "2000::/3").contains(cidr);
        return all && !block.path("except").isEmpty() ? "public addresses" : "addresses " + cidr;
    }

    private static String labels(JsonNode selector) {
        if (selector.has("matchExpressions")) {
            throw new AssertionError("Selects no pod of this build: " + selector);
        }
        JsonNode labels = selector.path("matchLabels");
        return (labels.isMissingNode() ? JsonNodeFactory.instance.objectNode() : labels)
                .properties().stream()
                        .map(label -> label.getKey() + "=" + label.getValue().asText())
                        .sorted()
                        .collect(Collectors.joining(" "));
    }
}
