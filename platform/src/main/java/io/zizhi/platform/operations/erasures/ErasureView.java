package io.zizhi.platform.operations.erasures;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.core.json.JsonObject;
import io.zizhi.platform.database.Row;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The erasure of an account by this service.
 *
 * @param accountId the erased account
 * @param keysDestroyedAt when the tombstone arrived first, and the account's own keys were destroyed
 * @param sharedKeysetsInUse whether data of the account may have been encrypted with the shared keysets then. If so,
 *     anyone with those keysets can still read copies of the data, although the account's keys are destroyed
 * @param begunAt when the tombstone arrived last
 * @param finishedAt since when nothing of the account is left; absent while rows or objects are still erased
 * @param failure kind of the failure of the last round, for example {@code OBJECT_STORE_UNAVAILABLE}; absent without
 *     one
 * @param erased how much was erased, by kind, for example {@code documents}: 12; rows, and objects of the object store
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ErasureView(
        String accountId,
        Instant keysDestroyedAt,
        boolean sharedKeysetsInUse,
        Instant begunAt,
        @Nullable Instant finishedAt,
        @Nullable String failure,
        Map<String, Long> erased) {

    static ErasureView from(Row row) {
        Map<String, Long> erased = new TreeMap<>();
        new JsonObject(row.text("erased"))
                .forEach(kind -> erased.put(kind.getKey(), ((Number) kind.getValue()).longValue()));
        return new ErasureView(
                row.text("account_id"),
                row.instant("requested_at"),
                row.flag("shared_keysets_in_use"),
                row.instant("begun_at"),
                row.instantOrNull("finished_at"),
                row.textOrNull("failure"),
                erased);
    }
}
