package io.zizhi.document.storage;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;

/** The rows of documents. */
@ApplicationScoped
public class DocumentRepository implements PanacheRepositoryBase<Document, String> {

    /** Those of the given ids that exist. */
    public Uni<List<Document>> findAll(Collection<String> ids) {
        return list("id in ?1", ids);
    }

    /** Like {@link #findAll}, and none of them can be deleted or change before this transaction ends. */
    public Uni<List<Document>> holdAll(Collection<String> ids) {
        return find("id in ?1 order by id", ids)
                .withLock(LockModeType.PESSIMISTIC_READ)
                .list();
    }

    /** The rows whose object keys lie in the range, in the order in which the object store lists them. */
    Uni<List<Document>> keyedBetween(String afterExclusive, String untilInclusive) {
        return list("objectKey > ?1 and objectKey <= ?2 order by objectKey", afterExclusive, untilInclusive);
    }

    /** The rows of these objects, as far as there are any. */
    Uni<List<Document>> keyed(Collection<String> objectKeys) {
        return list("objectKey in ?1", objectKeys);
    }
}
