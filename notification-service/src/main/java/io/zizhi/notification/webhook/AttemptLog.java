package io.zizhi.notification.webhook;

import io.smallrye.mutiny.Uni;
import io.zizhi.notification.outbound.Answer;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.privacy.encryption.AccountCipher;
import io.zizhi.platform.privacy.encryption.AccountCiphers;
import io.zizhi.platform.privacy.encryption.FieldAddress;
import io.zizhi.platform.privacy.encryption.jobs.EncryptedTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Stores the attempts of webhooks of accounts. The answer is encrypted: a receiver may put anything in it. Runs in the
 * caller's transaction.
 */
@ApplicationScoped
public class AttemptLog {

    private static final String TABLE = "webhook_attempt";

    private static final String APPEND = """
            insert into webhook_attempt(attempt_id, webhook_id, attempt, account_id, status_code, failure_code, answer,
                duration_ms, attempted_at)
            values (:id, :webhook, :attempt, :account, cast(:status as integer), cast(:failure as varchar),
                decode(cast(:answer as text), 'hex'), :duration, :now)
            """;

    private final AccountCiphers ciphers;

    AttemptLog(AccountCiphers ciphers) {
        this.ciphers = ciphers;
    }

    Uni<Void> append(WebhookDelivery delivery, Posted posted, Instant now) {
        String id = delivery.id() + "/" + delivery.attempts();
        Answer answer = posted.answer();
        return encrypted(answer, delivery.accountId(), id)
                .chain(closed -> new NativeQuery(APPEND)
                        .with("id", id)
                        .with("webhook", delivery.id())
                        .with("attempt", delivery.attempts())
                        .with("account", delivery.accountId())
                        .with("status", answer == null ? null : answer.status())
                        .with("failure", posted.attempt().failureCode())
                        .with("answer", closed.map(HexFormat.of()::formatHex).orElse(null))
                        .with("duration", (int) posted.took().toMillis())
                        .with("now", now)
                        .execute())
                .replaceWithVoid();
    }

    /** Returns the encrypted body; empty without an answer, so that an account without keys needs none. */
    private Uni<Optional<byte[]>> encrypted(@Nullable Answer answer, String accountId, String attemptId) {
        return answer == null
                ? Uni.createFrom().item(Optional.empty())
                : ciphers.forAccount(accountId)
                        .map(cipher -> Optional.of(cipher.encrypt(answer.body(), answerOf(attemptId))));
    }

    /**
     * Decrypts the answer of an attempt.
     *
     * @param hex the encrypted answer in hexadecimal
     */
    public static String answer(AccountCipher cipher, String hex, String attemptId) {
        return cipher.decrypt(HexFormat.of().parseHex(hex), answerOf(attemptId));
    }

    private static FieldAddress answerOf(String attemptId) {
        return new FieldAddress(TABLE, "answer", attemptId);
    }

    @Produces
    @Singleton
    static EncryptedTable encryptedTable() {
        return EncryptedTable.of(TABLE, "attempt_id", "text", "answer");
    }
}
