package io.zizhi.contracts;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The Kafka topics of the suite. The key of each record is the id of the event's aggregate, which keeps the events of
 * one aggregate in order.
 */
public final class Topics {

    public static final String QUALIFICATION = "zizhi.qualification.v1";
    public static final String REVIEW = "zizhi.review.v1";
    public static final String DOCUMENT = "zizhi.document.v1";
    public static final String NOTIFICATION = "zizhi.notification.v1";

    /**
     * Compacted: the newest {@link AccountVerified} of each account wins; a tombstone means that the account was
     * erased.
     */
    public static final String ACCOUNT = "zizhi.account.v1";

    /** All topics, in the form needed to create them. */
    public static final List<String> ALL = List.of(QUALIFICATION, REVIEW, DOCUMENT, NOTIFICATION, ACCOUNT);

    /** Number of partitions of each topic. Never change it: that would break the order per key. */
    public static final int PARTITIONS = 12;

    private static final Map<String, String> PRODUCERS = Map.of(
            QUALIFICATION, "qualification-service",
            REVIEW, "review-service",
            DOCUMENT, "document-service",
            NOTIFICATION, "notification-service",
            ACCOUNT, "qualification-service");

    private Topics() {}

    /** Returns the service that publishes to {@code topic}. Other systems may also publish to {@link #ACCOUNT}. */
    public static String producer(String topic) {
        return Objects.requireNonNull(PRODUCERS.get(topic), topic);
    }

    /** Returns the dead-letter topic for records of {@code topic} that {@code service} cannot read. */
    public static String deadLetter(String topic, String service) {
        return topic + "." + service + ".dead-letter";
    }
}
