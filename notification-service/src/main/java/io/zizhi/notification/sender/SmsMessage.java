package io.zizhi.notification.sender;

import io.zizhi.notification.sender.channel.SmsReceipt;
import io.zizhi.notification.sender.message.SmsKind;
import io.zizhi.notification.sender.message.SmsLanguage;
import io.zizhi.notification.sender.message.SmsOrder;
import io.zizhi.notification.sender.message.SmsTemplate;
import io.zizhi.platform.observability.tracing.TraceContext;
import io.zizhi.platform.privacy.encryption.ReservedAccounts;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/**
 * A queued or finished message. Number and parameters are encrypted with the account's key. The parameters are purged
 * when the message is accepted or fails, the number when no receipt is expected any more. The object that caused the
 * message still has the content.
 */
@Entity
@DynamicUpdate
@Table(name = "sms_message")
class SmsMessage {

    private static final String NOT_DELIVERED = "NOT_DELIVERED";

    @Id
    @Column(name = "message_id")
    private String id;

    private String accountId;

    /**
     * Name of an {@link SmsTemplate}. Stored as text, because a row may name a template that this version does not
     * know.
     */
    private String template;

    /** Number of the text's version; null for the published one. */
    private @Nullable Integer templateVersion;

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

    /** Whether the message waits until {@link #queuedAt}, out of the way of those that are due. */
    @Column
    private boolean waiting;

    /** Turn among the accounts; see {@link SmsMessageRepository#nextTurn}. */
    @Column
    private long turn;

    /** The message is not sent from this instant on; null if an earlier release queued it without a limit. */
    private @Nullable Instant usefulUntil;

    /** Number of claims so far. Only the newest claim may hand the message over. */
    private int attempt;

    /** Questions to the sender about the newest hand-over. */
    private int recalls;

    /** The sender that has the message, may have it, or was the last one not to take it. */
    private @Nullable String sender;

    /** The senders that refused the message although others may take it, separated by commas; null without one. */
    private @Nullable String refusedBy;

    /** Billed parts of the text; null if an earlier release queued the message. */
    private @Nullable Integer segments;

    @Column
    private @Nullable Instant handedOverAt;

    /** What the receipts say; null without a receipt. */
    @Enumerated(EnumType.STRING)
    private SmsReceipt.@Nullable Outcome delivery;

    private @Nullable String deliveryCode;

    @Column
    private @Nullable Instant deliveryAt;

    /** When the sender is asked about a missing receipt. */
    @Column
    private @Nullable Instant receiptDueAt;

    @Column
    private int receiptAsks;

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
        this.queuedAt = now;
        if (order.notBefore() != null && order.notBefore().isAfter(now)) {
            waitUntil(order.notBefore());
        }
        this.usefulUntil = order.usefulUntil();
        this.language = order.language();
    }

    /** Limits how long the message waits for a sender, unless its order has a limit. */
    void limitWaiting(Duration limit) {
        if (usefulUntil == null) {
            usefulUntil = queuedAt.plus(limit);
        }
    }

    void takeTurn(long number) {
        turn = number;
    }

    /**
     * Sets the version of the text. Every hand-over then has the same text, whatever is published meanwhile.
     *
     * @param billedParts of that text
     */
    SmsMessage madeFrom(int version, int billedParts) {
        templateVersion = version;
        segments = billedParts;
        return this;
    }

    /** Returns whether the message is a notice to an applicant. A test message of staff is sent at once. */
    boolean waitsInQuietHours() {
        return !accountId.equals(ReservedAccounts.STAFF)
                && Stream.of(SmsTemplate.values())
                        .filter(known -> known.kind() == SmsKind.NOTICE)
                        .anyMatch(known -> known.name().equals(template));
    }

    /** Leaves the message in the queue until that time. Codes are few, so they stay among the due messages. */
    void waitUntil(Instant time) {
        queuedAt = time;
        waiting = !isUrgent();
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

    /**
     * Claims the message for one replica and one sender. {@link BeginHandOver} records the start of the hand-over.
     */
    void claim(String chosenSender, Instant now, Duration lostAfter) {
        moveTo(SmsStatus.CLAIMED);
        sender = chosenSender;
        attempt++;
        recalls = 0;
        recallAt = now.plus(lostAfter);
    }

    /**
     * Records that the sender has the message. The number is kept if a receipt is expected.
     *
     * @param idOfProvider the provider's id; null if it has none
     * @param askAt when the sender is asked about a missing receipt; null if never
     */
    void accepted(@Nullable String idOfProvider, @Nullable Instant askAt) {
        moveTo(SmsStatus.ACCEPTED);
        providerMessageId = idOfProvider;
        parameters = null;
        recallAt = null;
        expectReceipt(askAt);
    }

    /** Returns whether a receipt came before the provider's id of that claim. */
    boolean lacksIdOf(int ofAttempt) {
        return attempt == ofAttempt && status == SmsStatus.ACCEPTED && providerMessageId == null;
    }

    void identify(String idOfProvider) {
        providerMessageId = idOfProvider;
    }

    /** Returns whether the sender has the message or may have it, so that its receipts count. */
    boolean isWith(String name) {
        return name.equals(sender) && (mayBeHandedOver() || status == SmsStatus.ACCEPTED);
    }

    /**
     * Records a receipt of an accepted message. Delivery outweighs failure, and both outweigh doubt, so that the order
     * of the receipts does not matter.
     *
     * @return whether the receipt changes the outcome
     */
    boolean received(SmsReceipt receipt) {
        if (delivery != null && delivery.compareTo(receipt.outcome()) <= 0) {
            return false;
        }
        delivery = receipt.outcome();
        deliveryCode = receipt.code();
        deliveryAt = receipt.at();
        if (delivery != SmsReceipt.Outcome.UNKNOWN) {
            expectReceipt(null);
        }
        return true;
    }

    /** Plans the next question about the missing receipt; null ends them and purges the number. */
    void askedForReceipt(@Nullable Instant next) {
        receiptAsks++;
        expectReceipt(next);
    }

    /** Takes the last question back, unless the receipt has come meanwhile. */
    void notAskedForReceipt(Instant next) {
        if (expectsReceipt()) {
            receiptAsks--;
            expectReceipt(next);
        }
    }

    boolean expectsReceipt() {
        return receiptDueAt != null;
    }

    private void expectReceipt(@Nullable Instant askAt) {
        receiptDueAt = askAt;
        if (askAt == null) {
            phone = null;
        }
    }

    void failed(String code) {
        moveTo(SmsStatus.FAILED);
        outcomeCode = code;
        close();
    }

    /** Queues the message again like a new one: the sender never received it. */
    void requeue() {
        moveTo(SmsStatus.QUEUED);
        sender = null;
        recallAt = null;
    }

    /** Queues the message again, for the reason {@code code}: no sender has taken it. */
    void defer(String code, Instant notBefore) {
        requeue();
        outcomeCode = code;
        waitUntil(notBefore);
    }

    /**
     * Records that its current sender refuses the message although another one may take it.
     *
     * @return whether all of {@code senders} have refused it
     */
    boolean isRefusedByAll(List<String> senders) {
        List<String> before = refusedBy == null ? List.of() : List.of(refusedBy.split(","));
        Set<String> all = new TreeSet<>(before);
        if (sender != null) {
            all.add(sender);
            refusedBy = String.join(",", all);
        }
        return all.containsAll(senders);
    }

    /** Queues the message for the senders behind its current one, which has certainly not taken it. */
    void failOver(String code) {
        moveTo(SmsStatus.QUEUED);
        outcomeCode = code;
        recallAt = null;
    }

    /** Makes a queued message wait and then try all senders again. */
    void retryAllSenders(Instant notBefore) {
        sender = null;
        waitUntil(notBefore);
    }

    /**
     * Records an unknown outcome. The sender is asked about each hand-over at most {@code maxRecalls} times, with doubling
     * pauses.
     */
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
        receiptDueAt = null;
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

    @Nullable
    Integer templateVersion() {
        return templateVersion;
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

    int receiptAsks() {
        return receiptAsks;
    }

    @Nullable
    String sender() {
        return sender;
    }

    /** Returns the billed parts of the text. */
    int parts() {
        return segments == null ? 1 : segments;
    }

    @Nullable
    String providerMessageId() {
        return providerMessageId;
    }

    @Nullable
    Instant handedOverAt() {
        return handedOverAt;
    }

    SmsOutcome outcome() {
        if (status == SmsStatus.ACCEPTED && delivery != null) {
            return switch (delivery) {
                case DELIVERED -> new SmsOutcome(SmsStatus.DELIVERED, null);
                case FAILED -> new SmsOutcome(SmsStatus.FAILED, failureCode());
                case UNKNOWN -> new SmsOutcome(SmsStatus.UNKNOWN, null);
            };
        }
        return new SmsOutcome(status, status == SmsStatus.FAILED ? outcomeCode : null);
    }

    /** Returns the reason of a failed delivery. */
    String failureCode() {
        return deliveryCode == null ? NOT_DELIVERED : deliveryCode;
    }

    boolean hasEncryptedPhone() {
        return phone != null;
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
