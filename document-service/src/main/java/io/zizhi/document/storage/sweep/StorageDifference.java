package io.zizhi.document.storage.sweep;

import io.zizhi.document.storage.Document;
import io.zizhi.document.storage.objects.ObjectPage.StoredObject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Difference between a page of objects and the rows of the same key range. Ignores objects and rows newer than the
 * limit: an upload stores its object some time before its row.
 *
 * @param orphans keys of objects without a row
 * @param missing keys of rows without an object
 */
record StorageDifference(List<String> orphans, List<String> missing) {

    static StorageDifference between(List<StoredObject> objects, List<Document> rows, Instant limit) {
        Set<String> objectKeys = objects.stream().map(StoredObject::key).collect(Collectors.toSet());
        Set<String> rowKeys = rows.stream().map(Document::objectKey).collect(Collectors.toSet());
        return new StorageDifference(
                objects.stream()
                        .filter(object -> object.storedAt().isBefore(limit) && !rowKeys.contains(object.key()))
                        .map(StoredObject::key)
                        .toList(),
                rows.stream()
                        .filter(row -> row.storedAt().isBefore(limit) && !objectKeys.contains(row.objectKey()))
                        .map(Document::objectKey)
                        .toList());
    }
}
