package io.zizhi.notification.sender;

import io.smallrye.mutiny.Uni;
import io.zizhi.notification.sender.channel.SmsReceipt;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.database.Row;
import io.zizhi.platform.runtime.cleanup.OutdatedRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** Receipts by a provider's id that no message has yet. Deleted after a day. */
@ApplicationScoped
class EarlyReceiptRepository {

    private static final String LOCK = "select 1 where pg_advisory_xact_lock(hashtextextended(:lock, 0)) is not null";

    private static final String ADD = """
            insert into sms_early_receipt (sender, provider_message_id, outcome, code, observed_at)
            values (:sender, :id, :outcome, :code, :at) on conflict do nothing
            """;

    private static final String TAKE = """
            delete from sms_early_receipt where sender = :sender and provider_message_id = :id
            returning outcome, code, observed_at
            """;

    static final String DELETE = """
            delete from sms_early_receipt where ctid = any(array(
                select ctid from sms_early_receipt
                where received_at < statement_timestamp() - make_interval(secs => :age)
                order by received_at limit :limit for update skip locked))
            """;

    /** Locks the id until the end of the transaction, whether it has receipts or not. */
    Uni<Void> lock(String sender, String providerMessageId) {
        return new NativeQuery(LOCK)
                .with("lock", "sms-receipt:" + sender + ":" + providerMessageId)
                .list(Integer.class)
                .replaceWithVoid();
    }

    /** Adds a receipt, unless the same outcome is known. */
    Uni<Void> add(String providerMessageId, SmsReceipt receipt) {
        return new NativeQuery(ADD)
                .with("sender", receipt.sender())
                .with("id", providerMessageId)
                .with("outcome", receipt.outcome().name())
                .with("code", receipt.code())
                .with("at", receipt.at())
                .execute()
                .replaceWithVoid();
    }

    /** Deletes and returns the receipts of an id. */
    Uni<List<SmsReceipt>> take(String sender, String providerMessageId) {
        return new NativeQuery(TAKE)
                .with("sender", sender)
                .with("id", providerMessageId)
                .rows()
                .map(rows -> rows.stream()
                        .map(row -> receipt(sender, providerMessageId, row))
                        .toList());
    }

    private static SmsReceipt receipt(String sender, String providerMessageId, Row row) {
        return new SmsReceipt(
                sender,
                providerMessageId,
                null,
                SmsReceipt.Outcome.valueOf(row.text("outcome")),
                row.textOrNull("code"),
                row.instant("observed_at"));
    }

    @Produces
    @Singleton
    static OutdatedRows outdated() {
        return new OutdatedRows("sms_early_receipt", Duration.ofDays(1), DELETE);
    }
}
