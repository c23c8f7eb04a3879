package io.zizhi.contracts;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The Kafka topics of the suite. The key of every record is the id of the aggregate that the event is about, so that
 * the events of one aggregate stay in order.
 */
public final class Topics {

    public static final String QUALIFICATION = "zizhi.qualification.v1";
    public static final String REVIEW = "zizhi.review.v1";
    public static final String DOCUMENT = "zizhi.document.v1";
    public static final String NOTIFICATION = "zizhi.notification.v1";

    /** Compacted: the newest {@link AccountVerified} of each account wins; a tombstone means that it was erased. */
    public static final String ACCOUNT = "zizhi.account.v1";

    /** All topics, for those who create them. */
    public static final List<String> ALL = List.of(QUALIFICATION, REVIEW, DOCUMENT, NOTIFICATION, ACCOUNT);

    /** Partitions of each topic; never changed, because that would break the order per key. */
    public static final int PARTITIONS = 12;

    private static final Map<String, String> PRODUCERS = Map.of(
            QUALIFICATION, "qualification-service",
            REVIEW, "review-service",
            DOCUMENT, "document-service",
            NOTIFICATION, "notification-service",
            ACCOUNT, "qualification-service");

    private Topics() {}

    /** The service that publishes to {@code topic}; to {@link #ACCOUNT} other systems may publish as well. */
    public static String producer(String topic) {
        return Objects.requireNonNull(PRODUCERS.get(topic), topic);
    }

    /** The topic to which {@code service} moves those records of {@code topic} that it cannot read. */
    public static String deadLetter(String topic, String service) {
        return topic + "." + service + ".dead-letter";
    }
}
