package io.zizhi.e2e.faults.audit;

import io.zizhi.contracts.Topics;
import java.util.List;
import java.util.Map;

/** Who consumes what. */
public final class Streams {

    /** The topic that each service consumes. */
    public static final Map<String, String> CONSUMED = Map.of(
            Evidence.QUALIFICATION, Topics.REVIEW,
            Evidence.DOCUMENT, Topics.QUALIFICATION,
            Evidence.REVIEW, Topics.QUALIFICATION,
            Evidence.NOTIFICATION, Topics.QUALIFICATION);

    static final List<String> SERVICES =
            List.of(Evidence.QUALIFICATION, Evidence.DOCUMENT, Evidence.REVIEW, Evidence.NOTIFICATION);

    private Streams() {}

    /** The services that consume {@code topic}. */
    static List<String> consumersOf(String topic) {
        return SERVICES.stream()
                .filter(service -> topic.equals(CONSUMED.get(service)))
                .toList();
    }
}
