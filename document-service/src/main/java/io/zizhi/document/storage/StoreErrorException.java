package io.zizhi.document.storage;

/** The object store answered a call with an error, for example because it cannot read an object. */
final class StoreErrorException extends RuntimeException {

    StoreErrorException(Throwable cause) {
        super(cause.toString(), cause);
    }
}
