package io.zizhi.document.storage;

import java.time.Instant;
import java.util.List;

/**
 * One page of a listing of the object store.
 *
 * @param objects in the order of their keys
 * @param last whether no object of the prefix follows
 */
public record ObjectPage(List<StoredObject> objects, boolean last) {

    /**
     * An object without its bytes.
     *
     * @param storedAt by the clock of the object store
     */
    public record StoredObject(String key, Instant storedAt) {}
}
