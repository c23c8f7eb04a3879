package io.zizhi.notification.webhook.subscription;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.messaging.erasure.ErasedRows;
import io.zizhi.platform.runtime.cleanup.OutdatedRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;

/**
 * Limits challenges and test calls. The pauses survive the change and the deletion of a webhook, so that nobody can
 * flood a server that never asked for webhooks. Deliveries go to verified receivers and never wait for these pauses.
 */
@ApplicationScoped
class WebhookCallRepository {

    /** Pause of an account after a test call, and after a challenge that the receiver did not echo. */
    static final Duration ACCOUNT_PAUSE = Duration.ofSeconds(5);

    /** Pause of a receiver after a challenge that it did not echo, for all accounts together. */
    static final Duration RECEIVER_PAUSE = Duration.ofSeconds(1);

    private static final Duration KEPT = Duration.ofHours(1);

    private static final String BEGIN = """
            insert into webhook_call (key, called_at) values (:key, :now)
            on conflict (key) do update set called_at = excluded.called_at
                where webhook_call.called_at <= excluded.called_at - make_interval(secs => :pause)
            """;

    private static final String END = "delete from webhook_call where key = :key and called_at = :begun";

    static final String DELETE = """
            delete from webhook_call where key = any(array(
                select key from webhook_call
                where called_at < statement_timestamp() - make_interval(secs => :age)
                order by called_at limit :limit for update skip locked))
            """;

    static final String ERASE = """
            delete from webhook_call where key = any(array(
                select key from webhook_call
                where key in ('challenge by ' || :accountId, 'test by ' || :accountId)
                order by key limit :limit for update))
            """;

    /** Begins a challenge; fails with 429 during a pause. */
    Uni<Void> challenge(WebhookSubscription webhook, Instant now) {
        return begin(challengeBy(webhook), ACCOUNT_PAUSE, now)
                .chain(() -> begin(challengeOf(webhook), RECEIVER_PAUSE, now));
    }

    /** Begins a test call; fails with 429 during a pause. */
    Uni<Void> test(WebhookSubscription webhook, Instant now) {
        return begin("test by " + webhook.accountId(), ACCOUNT_PAUSE, now);
    }

    /**
     * Ends the pauses after a challenge, because the receiver echoed it and wants webhooks. The pause after a later
     * challenge goes on. Locks the account before the receiver, as a challenge does.
     */
    Uni<Void> echoed(WebhookSubscription webhook, Instant begun) {
        return end(challengeBy(webhook), begun).chain(() -> end(challengeOf(webhook), begun));
    }

    private static Uni<Void> end(String key, Instant begun) {
        return new NativeQuery(END)
                .with("key", key)
                .with("begun", begun)
                .execute()
                .replaceWithVoid();
    }

    private static Uni<Void> begin(String key, Duration pause, Instant now) {
        return new NativeQuery(BEGIN)
                .with("key", key)
                .with("now", now)
                .with("pause", (double) pause.toSeconds())
                .execute()
                .invoke(begun -> {
                    if (begun == 0) {
                        throw Problems.tooManyRequests(
                                "WEBHOOK_CALL_LIMITED",
                                "Too many webhook calls. Try again in " + pause.toSeconds() + " s.",
                                pause);
                    }
                })
                .replaceWithVoid();
    }

    private static String challengeBy(WebhookSubscription webhook) {
        return "challenge by " + webhook.accountId();
    }

    private static String challengeOf(WebhookSubscription webhook) {
        return "challenge of " + webhook.receiver();
    }

    @Produces
    @Singleton
    static OutdatedRows outdated() {
        return new OutdatedRows("webhook_call", KEPT, DELETE);
    }

    @Produces
    @Singleton
    static ErasedRows erased() {
        return new ErasedRows("webhook-calls", ERASE);
    }
}
