package io.zizhi.contracts;

/** Something that happened to an aggregate and that other services may react to. */
public interface Event {

    /** The id of the aggregate, as text; the key of the record. */
    String aggregateId();

    /** The name and topic of this kind of event. */
    EventType type();
}
