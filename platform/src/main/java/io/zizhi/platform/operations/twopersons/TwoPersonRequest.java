package io.zizhi.platform.operations.twopersons;

import org.jspecify.annotations.Nullable;

/** A request that a second person must confirm. */
public interface TwoPersonRequest {

    long id();

    String requestedBy();

    TwoPersonState state();

    /** Returns who carried out or cancelled the request; null while it is open. */
    @Nullable
    String closedBy();

    /** Returns whether this person already closed the request in this way, so that closing it again has no effect. */
    default boolean wasClosed(TwoPersonState how, String person) {
        return state() == how && person.equals(closedBy());
    }
}
