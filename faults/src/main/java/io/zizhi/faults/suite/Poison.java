package io.zizhi.faults.suite;

/**
 * An intentionally invalid record in a topic, which no service can have sent.
 *
 * @param id value of the record's header {@link #HEADER}; dead letters keep it
 * @param topic its topic
 * @param key key of the record; empty without one
 * @param kind its defect
 * @param fate its expected handling at each service that consumes the topic
 */
public record Poison(String id, String topic, String key, String kind, Fate fate) {

    /** The header of poison records and of their dead letters. */
    public static final String HEADER = "zizhi-poison";

    /** How a consumer handles a poison record. */
    public enum Fate {
        /** Unreadable: goes to the consumer's dead letters. */
        DEAD_LETTER,

        /** Readable but irrelevant: only the cursor of its aggregate moves. */
        PASSED_OVER,

        /** Has a version that another event used: parks its aggregate until two operators discard it. */
        DISCARDED
    }
}
