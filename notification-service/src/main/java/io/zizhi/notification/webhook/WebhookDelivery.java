package io.zizhi.notification.webhook;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A queued or finished webhook. Its target is encrypted, and purged when the webhook is finished. */
@Entity
@DynamicUpdate
@Table(name = "webhook_delivery")
class WebhookDelivery {

    private static final Duration POSTPONED_FOR = Duration.ofMinutes(30);

    @Id
    @Column(name = "webhook_id")
    private String id;

    private String accountId;

    /** Subscription of an account, which has the target; null for a webhook to staff. */
    private @Nullable Long subscriptionId;

    /** Type of the event, for webhooks of accounts. */
    @Column
    private @Nullable String eventType;

    private byte @Nullable [] url;

    private byte @Nullable [] secret;

    /** Keyed hash of the receiver's scheme, host and port. */
    private String receiver;

    /** Turn among the receivers; see {@link WebhookDeliveryRepository#nextTurn}. */
    @Column
    private long turn;

    private String body;

    @Enumerated(EnumType.STRING)
    private WebhookStatus status;

    private int attempts;

    /** Attempts before the last replay. */
    @Column
    private int earlierAttempts;

    /** When it is posted next; while it is being posted, when it counts as lost. */
    private @Nullable Instant dueAt;

    /** Latest end of the current post; until then nothing else is posted to the receiver. */
    @Column
    private @Nullable Instant postingUntil;

    @Column
    private Instant queuedAt;

    /** Reason of the last failed attempt. */
    private @Nullable String failureCode;

    /** Used by Hibernate. */
    protected WebhookDelivery() {}

    /** Creates a webhook to staff, with its encrypted target. */
    WebhookDelivery(WebhookOrder order, byte[] url, byte[] secret, String receiver, Instant now) {
        this(order.id(), order.accountId(), receiver, order.body(), now);
        this.url = url;
        this.secret = secret;
    }

    /** Creates a webhook of an account. */
    WebhookDelivery(AccountWebhook webhook, Instant now) {
        this(webhook.id(), webhook.accountId(), webhook.receiver(), webhook.body(), now);
        this.subscriptionId = webhook.subscriptionId();
        this.eventType = webhook.eventType();
    }

    private WebhookDelivery(String id, String accountId, String receiver, String body, Instant now) {
        this.id = id;
        this.accountId = accountId;
        this.receiver = receiver;
        this.body = body;
        this.status = WebhookStatus.QUEUED;
        this.dueAt = now;
        this.queuedAt = now;
    }

    void takeTurn(long number) {
        turn = number;
    }

    /**
     * Begins an attempt. Without a result, the webhook is due again after {@code lostAfter}. After the last attempt of
     * the schedule it fails.
     */
    void claim(Instant now, RetrySchedule schedule, Duration lostAfter) {
        if (attempts - earlierAttempts >= schedule.attempts(isOfAccount())) {
            fail(failureCode == null ? "NO_ANSWER" : failureCode);
            return;
        }
        attempts++;
        dueAt = now.plus(lostAfter);
        postingUntil = dueAt;
    }

    void delivered() {
        status = WebhookStatus.DELIVERED;
        failureCode = null;
        close();
    }

    /** Records a failed attempt. The webhook is due again after a pause, unless this was the last attempt. */
    void retry(String code, Instant now, RetrySchedule schedule) {
        schedule.pauseAfter(attempts - earlierAttempts, isOfAccount())
                .ifPresentOrElse(pause -> retryAt(now.plus(pause), code), () -> fail(code));
    }

    /**
     * Takes back the attempt, because the receiver is not verified. Its verification makes the webhook due earlier. It
     * fails when it has waited longer than the retries of an account last.
     */
    void postpone(String code, Instant now, RetrySchedule schedule) {
        if (now.isBefore(queuedAt.plus(schedule.length()))) {
            takeBack(code, now.plus(POSTPONED_FOR));
        } else {
            attempts--;
            fail(code);
        }
    }

    /** Takes back the attempt. The webhook is due again at {@code time}. */
    void takeBack(String code, Instant time) {
        attempts--;
        retryAt(time, code);
    }

    private void retryAt(Instant time, String code) {
        failureCode = code;
        postingUntil = null;
        dueAt = time;
    }

    void fail(String code) {
        status = WebhookStatus.FAILED;
        failureCode = code;
        close();
    }

    private void close() {
        dueAt = null;
        postingUntil = null;
        url = null;
        secret = null;
    }

    String id() {
        return id;
    }

    String accountId() {
        return accountId;
    }

    boolean isOfAccount() {
        return subscriptionId != null;
    }

    /** Returns the subscription; only webhooks of accounts have one. */
    long subscriptionId() {
        if (subscriptionId == null) {
            throw new IllegalStateException("Webhook " + id + " is not of an account");
        }
        return subscriptionId;
    }

    /** Returns the type of the event; only webhooks of accounts have one. */
    String eventType() {
        if (eventType == null) {
            throw new IllegalStateException("Webhook " + id + " is not of an account");
        }
        return eventType;
    }

    String body() {
        return body;
    }

    WebhookStatus status() {
        return status;
    }

    String receiver() {
        return receiver;
    }

    int attempts() {
        return attempts;
    }

    @Nullable
    Instant dueAt() {
        return dueAt;
    }

    WebhookOutcome outcome() {
        return new WebhookOutcome(status, attempts, failureCode);
    }

    byte[] encryptedUrl() {
        return open(url);
    }

    byte[] encryptedSecret() {
        return open(secret);
    }

    private byte[] open(byte @Nullable [] content) {
        if (content == null) {
            throw new IllegalStateException("Webhook " + id + " is finished");
        }
        return content.clone();
    }
}
