package io.zizhi.e2e;

import io.zizhi.contracts.Topics;
import io.zizhi.local.layout.Service;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The topics and their consumers. */
public final class Streams {

    /** The topics that each service consumes. */
    public static final Map<String, Set<String>> CONSUMED = Map.of(
            Service.QUALIFICATION.module(), Set.of(Topics.REVIEW),
            Service.DOCUMENT.module(), Set.of(Topics.QUALIFICATION),
            Service.REVIEW.module(), Set.of(Topics.QUALIFICATION),
            Service.NOTIFICATION.module(), Set.of(Topics.QUALIFICATION, Topics.REVIEW));

    private Streams() {}

    public static List<String> consumersOf(String topic) {
        return Service.modules().stream()
                .filter(service -> CONSUMED.getOrDefault(service, Set.of()).contains(topic))
                .toList();
    }
}
