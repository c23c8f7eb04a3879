package io.zizhi.document.storage.objects;

/** The object store answered a call with an error, for example because it cannot read an object. */
public final class StoreErrorException extends RuntimeException {

    StoreErrorException(Throwable cause) {
        super(cause.toString(), cause);
    }
}
