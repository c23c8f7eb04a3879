package io.zizhi.notification.webhook;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One webhook on its way. Where it goes is encrypted, and gone when it has reached its end. */
@Entity
@Table(name = "webhook_delivery")
class WebhookDelivery {

    private static final int MOST_DOUBLINGS = 20;

    @Id
    @Column(name = "webhook_id")
    private String id;

    private String accountId;

    private byte @Nullable [] url;

    private byte @Nullable [] secret;

    /** Keyed hash of scheme, host and port. */
    private String receiver;

    /** Its place among the receivers; see {@link WebhookDeliveryRepository#nextTurn}. */
    @Column
    private long turn;

    private String body;

    @Enumerated(EnumType.STRING)
    private WebhookStatus status;

    private int attempts;

    /** When it is posted next, or taken for lost while it is being posted. */
    private @Nullable Instant dueAt;

    /** While it is being posted, until when at the latest: nothing else is posted to its receiver then. */
    @Column
    private @Nullable Instant postingUntil;

    @Column
    private Instant queuedAt;

    /** What came of the last try that did not succeed. */
    private @Nullable String failureCode;

    /** For Hibernate. */
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

    /** A try begins; without a result it is due again after {@code lostAfter}. One that was tried often enough fails. */
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

    /** A try did not succeed: it is due again after a pause, unless that was the last. */
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
            throw new IllegalStateException("Webhook " + id + " has reached its end");
        }
        return content.clone();
    }
}
