package io.zizhi.contracts;

/** A change of an aggregate that other services may react to. */
public interface Event {

    /** Returns the id of the aggregate as text; it is the key of the Kafka record. */
    String aggregateId();

    /** Returns the type of this event, which determines its name and topic. */
    EventType type();
}
