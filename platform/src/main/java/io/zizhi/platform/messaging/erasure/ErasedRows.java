package io.zizhi.platform.messaging.erasure;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;

/**
 * Erases rows by one statement. A service adds its tables by producing beans of this type.
 *
 * @param kind see {@link AccountErasure#kind}
 * @param statement deletes or empties at most {@code :limit} rows of {@code :accountId}, and never the same row twice
 */
public record ErasedRows(String kind, String statement) implements AccountErasure {

    @Override
    public Uni<Integer> erase(String accountId, int limit) {
        return new NativeQuery(statement)
                .with("accountId", accountId)
                .with("limit", limit)
                .execute();
    }
}
