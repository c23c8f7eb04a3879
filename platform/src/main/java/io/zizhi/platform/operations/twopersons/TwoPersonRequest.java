package io.zizhi.platform.operations.twopersons;

/** A request that another person than the one who asked has to confirm. */
public interface TwoPersonRequest {

    long id();

    String askedBy();

    /** False once the request was carried out or taken back. */
    boolean isOpen();
}
