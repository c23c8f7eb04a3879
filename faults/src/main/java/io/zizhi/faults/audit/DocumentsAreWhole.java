package io.zizhi.faults.audit;

import io.zizhi.faults.evidence.Evidence;
import io.zizhi.faults.evidence.Findings;
import io.zizhi.faults.evidence.Invariant;
import io.zizhi.faults.evidence.Row;
import io.zizhi.faults.evidence.StoredObject;
import io.zizhi.faults.evidence.Violation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** I9: every row has an object, and every object has a row. */
final class DocumentsAreWhole implements Invariant {

    @Override
    public String id() {
        return "I9";
    }

    @Override
    public String says() {
        return "Each document has an object that decrypts to the recorded bytes, and each object has a row.";
    }

    @Override
    public List<Violation> check(Evidence evidence) {
        Findings findings = new Findings(this);
        Map<String, Row> documents = evidence.rowsBy(Evidence.DOCUMENT, "document", "object_key");
        Map<String, Row> toRemove = evidence.rowsBy(Evidence.DOCUMENT, "object_to_remove", "object_key");
        Map<String, StoredObject> objects =
                evidence.objects().stream().collect(Collectors.toMap(StoredObject::key, Function.identity()));
        documents.forEach((key, document) -> {
            StoredObject object = objects.get(key);
            findings.require(
                    object != null && object.sha256().equals(document.text("sha256")),
                    object == null
                            ? "The bytes of document " + document.text("id") + " are missing"
                            : "The bytes of document " + document.text("id") + " differ from their digest",
                    document,
                    String.valueOf(object));
        });
        Instant limit = evidence.takenAt().minus(evidence.orphanAge());
        objects.forEach((key, object) -> findings.require(
                documents.containsKey(key)
                        || toRemove.containsKey(key)
                        || object.storedAt().isAfter(limit),
                "Object " + key + " has no row and was not removed",
                object));
        return findings.all();
    }
}
