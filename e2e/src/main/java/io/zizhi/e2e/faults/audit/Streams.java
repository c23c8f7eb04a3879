package io.zizhi.e2e.faults.audit;

import io.zizhi.contracts.Topics;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The topics and their consumers. */
public final class Streams {

    /** The topics that each service consumes. */
    public static final Map<String, Set<String>> CONSUMED = Map.of(
            Evidence.QUALIFICATION, Set.of(Topics.REVIEW),
            Evidence.DOCUMENT, Set.of(Topics.QUALIFICATION),
            Evidence.REVIEW, Set.of(Topics.QUALIFICATION),
            Evidence.NOTIFICATION, Set.of(Topics.QUALIFICATION, Topics.REVIEW));

    static final List<String> SERVICES =
            List.of(Evidence.QUALIFICATION, Evidence.DOCUMENT, Evidence.REVIEW, Evidence.NOTIFICATION);

    private Streams() {}

    public static List<String> consumersOf(String topic) {
        return SERVICES.stream()
                .filter(service -> CONSUMED.getOrDefault(service, Set.of()).contains(topic))
                .toList();
    }
}
