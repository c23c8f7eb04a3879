package io.zizhi.document.storage;

/** The object store is there and answered this call with an error, as it does about an object that it cannot read. */
final class StoreErrorException extends RuntimeException {

    StoreErrorException(Throwable cause) {
        super(cause.toString(), cause);
    }
}
