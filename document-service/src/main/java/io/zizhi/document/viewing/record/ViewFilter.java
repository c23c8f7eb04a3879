package io.zizhi.document.viewing.record;

import io.zizhi.platform.database.NativeQuery;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Selects views; null means any.
 *
 * @param workOrder review that the viewer had claimed
 * @param documentId the document
 * @param viewer subject of the person
 * @param from start of the period, inclusive
 * @param to end of the period, exclusive
 */
record ViewFilter(
        @Nullable Long workOrder,
        @Nullable String documentId,
        @Nullable String viewer,
        @Nullable Instant from,
        @Nullable Instant to) {

    NativeQuery on(NativeQuery query) {
        return query.where("work_order = :workOrder", "workOrder", workOrder)
                .where("document_id = :document", "document", documentId)
                .where("viewer = :viewer", "viewer", viewer)
                .where("viewed_at >= :from", "from", from)
                .where("viewed_at < :to", "to", to);
    }

    /** Returns the names of the criteria for the audit log, never their values. */
    List<String> names() {
        return Stream.of(
                        workOrder == null ? null : "workOrder",
                        documentId == null ? null : "documentId",
                        viewer == null ? null : "viewer",
                        from == null ? null : "from",
                        to == null ? null : "to")
                .filter(Objects::nonNull)
                .toList();
    }
}
