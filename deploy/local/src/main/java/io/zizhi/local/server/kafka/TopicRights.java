package io.zizhi.local.server.kafka;

import io.zizhi.contracts.Topics;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * The topics that a service writes and consumes. The broker denies everything else. So consumers receive no event from
 * an unknown client, and none that a service publishes in the name of another.
 *
 * @param writes topics of its own events
 * @param reads topics that it consumes
 */
record TopicRights(List<String> writes, List<String> reads) {

    private static final Map<String, TopicRights> BY_SERVICE = new TreeMap<>(Map.of(
            "qualification-service",
            new TopicRights(List.of(Topics.QUALIFICATION, Topics.ACCOUNT), List.of(Topics.REVIEW, Topics.ACCOUNT)),
            "document-service",
            new TopicRights(List.of(Topics.DOCUMENT), List.of(Topics.QUALIFICATION, Topics.ACCOUNT)),
            "review-service",
            new TopicRights(List.of(Topics.REVIEW), List.of(Topics.QUALIFICATION, Topics.ACCOUNT)),
            "notification-service",
            new TopicRights(
                    List.of(Topics.NOTIFICATION), List.of(Topics.QUALIFICATION, Topics.REVIEW, Topics.ACCOUNT))));

    static Set<String> services() {
        return Collections.unmodifiableSet(BY_SERVICE.keySet());
    }

    static TopicRights of(String service) {
        return Objects.requireNonNull(BY_SERVICE.get(service), () -> "No rights for " + service);
    }

    /** Returns one line per right, for the broker's JVM: user, right, and the topics or the consumer group. */
    static String lines() {
        StringBuilder lines = new StringBuilder();
        BY_SERVICE.forEach((service, rights) -> {
            List<String> writes = new ArrayList<>(rights.writes());
            rights.reads().forEach(topic -> writes.add(Topics.deadLetter(topic, service)));
            lines.append(line(service, "write", writes));
            lines.append(line(service, "read", rights.reads()));
            lines.append(line(service, "group", List.of(service)));
        });
        return lines.toString();
    }

    private static String line(String service, String right, List<String> names) {
        return service + "." + right + "=" + String.join(",", names) + "\n";
    }
}
