package io.zizhi.document.storage.objects;

import java.time.Instant;
import java.util.List;

/**
 * One page of an object store listing.
 *
 * @param objects in the order of their keys
 * @param last whether this is the last page of the prefix
 */
public record ObjectPage(List<StoredObject> objects, boolean last) {

    /**
     * An object without its bytes.
     *
     * @param key key of the object
     * @param storedAt when it was stored, by the object store's clock
     */
    public record StoredObject(String key, Instant storedAt) {}
}
