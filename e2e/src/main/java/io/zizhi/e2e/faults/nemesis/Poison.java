package io.zizhi.e2e.faults.nemesis;

/**
 * A record that no service can have sent, put into a topic on purpose.
 *
 * @param id value of the record's header {@link #HEADER}; dead letters keep it
 * @param topic where it was put
 * @param key of the record, or nothing
 * @param kind what is wrong with it
 * @param fate what becomes of it at each service that consumes the topic
 */
public record Poison(String id, String topic, String key, String kind, Fate fate) {

    /** By which a poison record, and the dead letter made of it, are known. */
    public static final String HEADER = "zizhi-poison";

    /** What a consumer does with a poison record. */
    public enum Fate {
        /** It cannot be read and goes to the consumer's dead letters. */
        DEAD_LETTER,

        /** It can be read and means nothing here: the cursor of its aggregate moves, nothing else happens. */
        PASSED_OVER,

        /** Another event had its version: it parks its aggregate until two operators discard it. */
        DISCARDED
    }
}
