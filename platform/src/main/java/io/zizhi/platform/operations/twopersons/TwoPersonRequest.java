package io.zizhi.platform.operations.twopersons;

/** A request that a second person must confirm. */
public interface TwoPersonRequest {

    long id();

    String requestedBy();

    /** Returns false once the request was carried out or cancelled. */
    boolean isOpen();
}
