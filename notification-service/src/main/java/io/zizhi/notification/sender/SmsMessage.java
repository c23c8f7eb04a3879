package io.zizhi.notification.sender;

import io.zizhi.platform.observability.tracing.TraceContext;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One message on its way. Number and parameters are encrypted for the account, and gone as soon as the message has
 * reached its end: what was said is known from its cause.
 */
@Entity
@Table(name = "sms_message")
class SmsMessage {

    @Id
    @Column(name = "message_id")
    private String id;

    private String accountId;

    /** Name of a {@link SmsTemplate}; a text, because a row may name one that this version does not know. */
    private String template;

    private String subject;

    private byte @Nullable [] phone;

    private byte @Nullable [] parameters;

    @Enumerated(EnumType.STRING)
    private SmsStatus status;

    private @Nullable String outcomeCode;

    /** Its place in the queue, and not before then is it sent. */
    @Column
    private Instant queuedAt;

    /** Its place among the accounts; see {@link SmsMessageRepository#nextTurn}. */
    @Column
    private long turn;

    private @Nullable Instant usefulUntil;

    /** How often it was claimed; the newest claim is the only one that may hand it over. */
    private int attempt;

    private int recalls;

    /** When another replica looks after it, unless it has reached its end before. */
    @Column
    private @Nullable Instant recallAt;

    /** The trace of its cause, in which it is sent. */
    private @Nullable String traceparent;

    /** Null for the language of the installation. */
    @Enumerated(EnumType.STRING)
    private @Nullable SmsLanguage language;

    /** For Hibernate. */
    protected SmsMessage() {}

    SmsMessage(String id, SmsOrder order, byte[] phone, byte[] parameters, Instant now) {
        this.id = id;
        this.accountId = order.accountId();
        this.template = order.template().name();
        this.subject = order.subject();
        this.phone = phone;
        this.parameters = parameters;
        this.status = SmsStatus.QUEUED;
        this.queuedAt = order.notBefore() != null && order.notBefore().isAfter(now) ? order.notBefore() : now;
        this.usefulUntil = order.usefulUntil();
        this.language = order.language();
    }

    void takeTurn(long number) {
        turn = number;
    }

    /** Whether a person waits for it right now; the database has the same rule. */
    boolean isUrgent() {
        return template.equals(SmsTemplate.PHONE_CODE.name());
    }

    /** It is sent in that trace. */
    void isCausedIn(@Nullable TraceContext trace) {
        traceparent = trace == null ? null : trace.traceparent();
    }

    @Nullable
    TraceContext trace() {
        return TraceContext.stored(traceparent, null);
    }

    boolean isUseful(Instant now) {
        return usefulUntil == null || now.isBefore(usefulUntil);
    }

    /** Whether it is to be handed over by whoever claimed it. */
    boolean isClaimed() {
        return status == SmsStatus.CLAIMED;
    }

    /** Whether the sender may have it, so that it must be asked. */
    boolean mayBeHandedOver() {
        return status == SmsStatus.SENDING || status == SmsStatus.UNKNOWN;
    }

    /** Whether a result of that claim still counts. */
    boolean isOpen(int ofAttempt) {
        return attempt == ofAttempt && (isClaimed() || mayBeHandedOver());
    }

    /** Reserves it for one replica; {@link BeginHandOver} says when the sender may have it. */
    void claim(Instant now, Duration lostAfter) {
        moveTo(SmsStatus.CLAIMED);
        attempt++;
        recallAt = now.plus(lostAfter);
    }

    void accepted() {
        moveTo(SmsStatus.ACCEPTED);
        close();
    }

    void failed(String code) {
        moveTo(SmsStatus.FAILED);
        outcomeCode = code;
        close();
    }

    /** The sender never got it, so it is sent as if for the first time. */
    void requeue() {
        moveTo(SmsStatus.QUEUED);
        recallAt = null;
    }

    /** Nobody knows; the sender is asked again after pauses that double, at most {@code maxRecalls} times. */
    void unknown(String code, Instant now, Duration pause, int maxRecalls) {
        if (status != SmsStatus.UNKNOWN) {
            moveTo(SmsStatus.UNKNOWN);
        }
        outcomeCode = code;
        recallAt = recalls < maxRecalls ? now.plus(pause.multipliedBy(1L << Math.min(recalls, 10))) : null;
        recalls++;
    }

    /** Keeps others from asking at the same time. */
    void postponeRecall(Instant now, Duration pause) {
        recallAt = now.plus(pause);
    }

    private void close() {
        phone = null;
        parameters = null;
        recallAt = null;
    }

    private void moveTo(SmsStatus next) {
        if (!status.canMoveTo(next)) {
            throw new IllegalStateException("A message cannot move from " + status + " to " + next);
        }
        status = next;
    }

    String id() {
        return id;
    }

    String accountId() {
        return accountId;
    }

    String template() {
        return template;
    }

    String subject() {
        return subject;
    }

    SmsStatus status() {
        return status;
    }

    int attempt() {
        return attempt;
    }

    SmsOutcome outcome() {
        return new SmsOutcome(status, status == SmsStatus.FAILED ? outcomeCode : null);
    }

    @Nullable
    SmsLanguage language() {
        return language;
    }

    byte[] encryptedPhone() {
        return open(phone);
    }

    byte[] encryptedParameters() {
        return open(parameters);
    }

    private byte[] open(byte @Nullable [] content) {
        if (content == null) {
            throw new IllegalStateException("Message " + id + " has reached its end");
        }
        return content.clone();
    }
}
