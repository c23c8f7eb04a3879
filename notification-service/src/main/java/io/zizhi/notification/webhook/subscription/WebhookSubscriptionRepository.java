package io.zizhi.notification.webhook.subscription;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.http.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;

@ApplicationScoped
public class WebhookSubscriptionRepository implements PanacheRepositoryBase<WebhookSubscription, Long> {

    private static final String LOCK_ACCOUNT =
            "select 1 where pg_advisory_xact_lock(hashtextextended('webhooks of ' || :account, 0)) is not null";

    private static final String ACCEPTED = """
            update webhook_subscription set failing_since = null
            where subscription_id = :id and failing_since is not null
            """;

    /** Skips webhooks that are being posted. */
    private static final String RELEASE = """
            update webhook_delivery set due_at = statement_timestamp()
            where webhook_id = any(array(
                select webhook_id from webhook_delivery
                where subscription_id = :id and status = 'QUEUED' and posting_until is null
                for update skip locked))
            """;

    Uni<Long> nextId() {
        return new NativeQuery("select nextval('webhook_subscription_id')").single(Long.class);
    }

    /** Counts the webhooks of the account. Until the transaction ends, nobody else creates one for it. */
    Uni<Long> lockAndCount(String accountId) {
        return new NativeQuery(LOCK_ACCOUNT)
                .with("account", accountId)
                .list(Integer.class)
                .chain(() -> count("accountId", accountId));
    }

    /** Returns the webhooks of the account, oldest first. */
    public Uni<List<WebhookSubscription>> ofAccount(String accountId) {
        return list("accountId = ?1 order by id", accountId);
    }

    /** Returns webhooks after {@code after}; one row more than {@code limit} if there are more. */
    Uni<List<WebhookSubscription>> page(String accountId, long after, int limit) {
        return find("accountId = ?1 and id > ?2 order by id", accountId, after)
                .page(0, limit + 1)
                .list();
    }

    /** Returns the webhook; fails with 404 if the account has no such webhook. */
    public Uni<WebhookSubscription> get(long id, String accountId) {
        return find("id = ?1 and accountId = ?2", id, accountId)
                .firstResult()
                .onItem()
                .ifNull()
                .failWith(WebhookSubscriptionRepository::notFound);
    }

    /** Returns the webhook like {@link #get}, and locks it until the transaction ends. */
    public Uni<WebhookSubscription> lock(long id, String accountId) {
        return find("id = ?1 and accountId = ?2", id, accountId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult()
                .onItem()
                .ifNull()
                .failWith(WebhookSubscriptionRepository::notFound);
    }

    Uni<Void> accepted(long id) {
        return new NativeQuery(ACCEPTED).with("id", id).execute().replaceWithVoid();
    }

    /** Makes the waiting deliveries due now. */
    Uni<Void> release(long id) {
        return new NativeQuery(RELEASE).with("id", id).execute().replaceWithVoid();
    }

    private static RuntimeException notFound() {
        return Problems.notFound("WEBHOOK_NOT_FOUND", "No such webhook.");
    }
}
