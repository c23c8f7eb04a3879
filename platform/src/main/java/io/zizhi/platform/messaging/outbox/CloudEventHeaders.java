package io.zizhi.platform.messaging.outbox;

/** Header names of the binary mode of CloudEvents 1.0 for Kafka, and the suite's extension attributes. */
public final class CloudEventHeaders {

    public static final String SPEC_VERSION = "ce_specversion";
    public static final String ID = "ce_id";
    public static final String SOURCE = "ce_source";
    public static final String TYPE = "ce_type";
    public static final String SUBJECT = "ce_subject";
    public static final String TIME = "ce_time";

    /** Number of the event within its aggregate, from 1. Consumers use it to detect gaps and duplicates. */
    public static final String AGGREGATE_VERSION = "ce_aggregateversion";

    /** Epoch of the producer's database; restoring a backup raises it. */
    public static final String PRODUCER_EPOCH = "ce_producerepoch";

    public static final String CONTENT_TYPE = "content-type";

    private CloudEventHeaders() {}
}
