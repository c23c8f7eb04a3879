package io.zizhi.notification.sender;

import io.zizhi.notification.sender.message.SmsLanguage;
import io.zizhi.notification.sender.message.SmsOrder;
import io.zizhi.notification.sender.message.SmsTemplate;
import io.zizhi.platform.observability.tracing.TraceContext;
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

/**
 * A queued or finished message. Number and parameters are encrypted with the account's key, and purged when the message
 * is finished. The object that caused it still has the content.
 */
@Entity
@DynamicUpdate
@Table(name = "sms_message")
class SmsMessage {

    @Id
    @Column(name = "message_id")
    private String id;

    private String accountId;

    /**
     * Name of an {@link SmsTemplate}. Stored as text, because a row may name a template that this version does not
     * know.
     */
    private String template;

    private String subject;

    private byte @Nullable [] phone;

    private byte @Nullable [] parameters;

    @Enumerated(EnumType.STRING)
    private SmsStatus status;

    private @Nullable String outcomeCode;

    /** The provider's id of an accepted message. */
    @Column
    private @Nullable String providerMessageId;

    /** Place in the queue; the message is not sent before this time. */
    @Column
    private Instant queuedAt;

    /** Turn among the accounts; see {@link SmsMessageRepository#nextTurn}. */
    @Column
    private long turn;

    private @Nullable Instant usefulUntil;

    /** Number of claims so far. Only the newest claim may hand the message over. */
    private int attempt;

    private int recalls;

    /** When another replica takes the message over, unless it is finished before. */
    @Column
    private @Nullable Instant recallAt;

    /** Trace of the message's cause; the message is sent in this trace. */
    private @Nullable String traceparent;

    /** Language of the text; null for the language of the installation. */
    @Enumerated(EnumType.STRING)
    private @Nullable SmsLanguage language;

    /** Used by Hibernate. */
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

    /** Returns whether a person is waiting for the message. The database applies the same rule. */
    boolean isUrgent() {
        return template.equals(SmsTemplate.PHONE_CODE.name());
    }

    /** Sets the trace in which the message is sent. */
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

    /** Returns whether the claim holder may hand the message over. */
    boolean isClaimed() {
        return status == SmsStatus.CLAIMED;
    }

    /** Returns whether the sender may already have the message, and so must be asked about it. */
    boolean mayBeHandedOver() {
        return status == SmsStatus.SENDING || status == SmsStatus.UNKNOWN;
    }

    /** Returns whether a result for that claim can still be recorded. */
    boolean isOpen(int ofAttempt) {
        return attempt == ofAttempt && (isClaimed() || mayBeHandedOver());
    }

    /** Claims the message for one replica. {@link BeginHandOver} records the start of the hand-over. */
    void claim(Instant now, Duration lostAfter) {
        moveTo(SmsStatus.CLAIMED);
        attempt++;
        recallAt = now.plus(lostAfter);
    }

    /** @param idOfProvider the provider's id; null if it has none */
    void accepted(@Nullable String idOfProvider) {
        moveTo(SmsStatus.ACCEPTED);
        providerMessageId = idOfProvider;
        close();
    }

    void failed(String code) {
        moveTo(SmsStatus.FAILED);
        outcomeCode = code;
        close();
    }

    /** Queues the message again like a new one: the sender never received it. */
    void requeue() {
        moveTo(SmsStatus.QUEUED);
        recallAt = null;
    }

    /** Queues the message again, for the reason {@code code}: the sender has not taken it. */
    void defer(String code, Instant notBefore) {
        requeue();
        outcomeCode = code;
        queuedAt = notBefore;
    }

    /** Records an unknown outcome. The sender is asked again at most {@code maxRecalls} times, with doubling pauses. */
    void unknown(String code, Instant now, Duration pause, int maxRecalls) {
        if (status != SmsStatus.UNKNOWN) {
            moveTo(SmsStatus.UNKNOWN);
        }
        outcomeCode = code;
        recallAt = recalls < maxRecalls ? now.plus(pause.multipliedBy(1L << Math.min(recalls, 10))) : null;
        recalls++;
    }

    /** Postpones the next recall, so that other replicas do not ask the sender at the same time. */
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
            throw new IllegalStateException("Message " + id + " is finished");
        }
        return content.clone();
    }
}
