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

    private static final int MOST_DOUBLINGS = 20;

    @Id
    @Column(name = "webhook_id")
    private String id;

    private String accountId;

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

    WebhookDelivery(WebhookOrder order, byte[] url, byte[] secret, String receiver, Instant now) {
        this.id = order.id();
        this.accountId = order.accountId();
        this.url = url;
        this.secret = secret;
        this.receiver = receiver;
        this.body = order.body();
        this.status = WebhookStatus.QUEUED;
        this.dueAt = now;
        this.queuedAt = now;
    }

    void takeTurn(long number) {
        turn = number;
    }

    /**
     * Begins an attempt. Without a result, the webhook is due again after {@code lostAfter}. After {@code mostAttempts}
     * attempts it fails.
     */
    void claim(Instant now, int mostAttempts, Duration lostAfter) {
        if (attempts >= mostAttempts) {
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
    void retry(String code, Instant now, int mostAttempts, WebhookConfig config) {
        if (attempts >= mostAttempts) {
            fail(code);
            return;
        }
        failureCode = code;
        postingUntil = null;
        dueAt = now.plus(pause(config.firstRetry(), config.longestRetry()));
    }

    void fail(String code) {
        status = WebhookStatus.FAILED;
        failureCode = code;
        close();
    }

    private Duration pause(Duration first, Duration longest) {
        Duration doubled = first.multipliedBy(1L << Math.min(attempts - 1, MOST_DOUBLINGS));
        return doubled.compareTo(longest) < 0 ? doubled : longest;
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
