package io.zizhi.notification.webhook;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.EntityColumns;
import io.zizhi.platform.database.NativeQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;

@ApplicationScoped
class WebhookDeliveryRepository implements PanacheRepositoryBase<WebhookDelivery, String> {

    /**
     * The advisory lock prevents parallel lanes from taking two webhooks of one receiver. Because of the CASE,
     * PostgreSQL tries the lock last, row by row, and never for a receiver that is being posted to.
     */
    private static final String NEXT_DUE = "select " + EntityColumns.of(WebhookDelivery.class, "due") + """
             from webhook_delivery due
            where due_at <= statement_timestamp()
                and case
                    when exists (
                        select 1 from webhook_delivery busy
                        where busy.receiver = due.receiver and busy.posting_until > statement_timestamp()) then false
                    else pg_try_advisory_xact_lock(hashtextextended('webhook ' || due.receiver, 0))
                end
            order by turn, due_at limit 1 for update of due skip locked
            """;

    /** Finds a row if a webhook is due, even if its receiver is busy. */
    static final String WORK = "select from webhook_delivery where due_at <= statement_timestamp()";

    private static final String NEXT_TURN = """
            select greatest(
                coalesce((select max(turn) + 1 from webhook_delivery where due_at is not null and receiver = :receiver), 0),
                coalesce((select min(turn) from webhook_delivery where due_at is not null), 0))
            """;

    Uni<Optional<WebhookDelivery>> lock(String id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE).map(Optional::ofNullable);
    }

    /**
     * Returns the turn of the receiver's next webhook. Receivers take turns, however many webhooks one of them has: the
     * webhook goes behind the receiver's own webhooks, but not behind all webhooks of other receivers.
     */
    Uni<Long> nextTurn(String receiver) {
        return new NativeQuery(NEXT_TURN).with("receiver", receiver).single(Long.class);
    }

    /**
     * Locks the next due webhook by turn. Skips receivers that are being posted to, and webhooks that another lane is
     * claiming.
     */
    Uni<Optional<WebhookDelivery>> lockNextDue() {
        return new NativeQuery(NEXT_DUE).first(WebhookDelivery.class);
    }
}
