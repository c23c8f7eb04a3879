package io.zizhi.document.storage;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;

@ApplicationScoped
public class DocumentRepository implements PanacheRepositoryBase<Document, String> {

    /** Returns the existing documents among the ids. */
    public Uni<List<Document>> findAll(Collection<String> ids) {
        return list("id in ?1", ids);
    }

    /** Like {@link #findAll}, and prevents their deletion or change until the transaction ends. */
    public Uni<List<Document>> holdAll(Collection<String> ids) {
        return find("id in ?1 order by id", ids)
                .withLock(LockModeType.PESSIMISTIC_READ)
                .list();
    }

    /** Returns the rows in a range of object keys, in the listing order of the object store. */
    Uni<List<Document>> keyedBetween(String afterExclusive, String untilInclusive) {
        return list("objectKey > ?1 and objectKey <= ?2 order by objectKey", afterExclusive, untilInclusive);
    }

    /** Returns the existing rows of these objects. */
    Uni<List<Document>> keyed(Collection<String> objectKeys) {
        return list("objectKey in ?1", objectKeys);
    }
}
