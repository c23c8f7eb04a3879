package io.zizhi.platform.operations.audit;

import io.zizhi.platform.database.NativeQuery;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Selects entries of the audit log; null means any.
 *
 * @param actor subject of the person or service that acted
 * @param recipient subject of the person who received the object
 * @param accountId account whose data was concerned
 * @param objectType type of the object; null if {@code objectId} is
 * @param objectId id of the object; null if {@code objectType} is
 * @param action name of the action
 * @param from start of the period, inclusive
 * @param to end of the period, exclusive
 */
record AuditEntryFilter(
        @Nullable String actor,
        @Nullable String recipient,
        @Nullable String accountId,
        @Nullable String objectType,
        @Nullable String objectId,
        @Nullable String action,
        @Nullable Instant from,
        @Nullable Instant to) {

    NativeQuery on(NativeQuery query) {
        return query.where("actor = :actor", "actor", actor)
                .where("recipient = :recipient", "recipient", recipient)
                .where("account_id = :accountId", "accountId", accountId)
                .where("object_type = :objectType", "objectType", objectType)
                .where("object_id = :objectId", "objectId", objectId)
                .where("action = :action", "action", action)
                .where("at >= :from", "from", from)
                .where("at < :to", "to", to);
    }

    /** Returns the names of the criteria for the audit log, never their values. */
    List<String> names() {
        return Stream.of(
                        named("actor", actor),
                        named("recipient", recipient),
                        named("accountId", accountId),
                        named("objectType", objectType),
                        named("objectId", objectId),
                        named("action", action),
                        named("from", from),
                        named("to", to))
                .flatMap(one -> one)
                .toList();
    }

    private static Stream<String> named(String criterion, @Nullable Object value) {
        return value == null ? Stream.empty() : Stream.of(criterion);
    }
}
