package io.zizhi.document.storage.removed;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Writes the evidence of removals, in the transactions that remove the rows. */
@ApplicationScoped
public class RemovedRepository {

    /** A document of a restored backup may be removed again; its evidence then stays as it was. */
    private static final String RECORD = """
            insert into removed_document (document_id, account_id, kind, size, sha256, uploaded_sha256, stored_at, rule)
            select id, account_id, kind, size, sha256, coalesce(uploaded_sha256, sha256), stored_at, :rule
            from document where id = any(:ids)
            on conflict (document_id) do nothing
            """;

    /** Keys end in the id of their document. */
    private static final String OBJECT_REMOVED = """
            update removed_document set object_removed_at = clock_timestamp()
            where document_id = right(:objectKey, 32) and object_removed_at is null
            """;

    /** Records why the documents are removed. Call it before their rows are deleted. */
    public Uni<Void> record(List<String> documentIds, RemovalRule rule) {
        return new NativeQuery(RECORD)
                .with("ids", documentIds.toArray(String[]::new))
                .with("rule", rule.name())
                .execute()
                .replaceWithVoid();
    }

    /** Records that the object store has removed the bytes. */
    public Uni<Void> objectRemoved(String objectKey) {
        return new NativeQuery(OBJECT_REMOVED)
                .with("objectKey", objectKey)
                .execute()
                .replaceWithVoid();
    }
}
