package io.zizhi.notification.staffnotice;

import io.zizhi.notification.subscription.SlaKind;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One group and the one notice that it becomes. Rows are opened by {@link StaffNoticeRepository#open}. */
@Entity
@Table(name = "staff_notice")
class StaffNotice {

    @Id
    @Column(name = "notice_id")
    private long id;

    @Column(name = "subscription_id")
    private long subscriptionId;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    private SlaKind kind;

    @Column(name = "number")
    private long number;

    @Enumerated(EnumType.STRING)
    @Column(name = "status")
    private NoticeStatus status;

    @Column(name = "opened_at")
    private Instant openedAt;

    @Column(name = "closes_at")
    private Instant closesAt;

    @Column(name = "reviews")
    private @Nullable Integer reviews;

    @Column(name = "oldest_due_at")
    private @Nullable Instant oldestDueAt;

    /** With commas between them. */
    @Column(name = "work_orders")
    private @Nullable String workOrders;

    @Column(name = "message_id")
    private @Nullable String messageId;

    @Column(name = "webhook_id")
    private @Nullable String webhookId;

    @Column(name = "failure_code")
    private @Nullable String failureCode;

    /** For Hibernate. */
    protected StaffNotice() {}

    /** Nothing joins any more; says from now on by itself what it had gathered. */
    void close(Gathered gathered) {
        require(NoticeStatus.COLLECTING);
        reviews = gathered.reviews();
        oldestDueAt = gathered.oldestDueAt();
        workOrders = gathered.first().stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    /** The message says what becomes of it. */
    void sending(String smsId) {
        require(NoticeStatus.COLLECTING);
        status = NoticeStatus.SENDING;
        messageId = smsId;
    }

    /** The webhook says what becomes of it. */
    void posting(String id) {
        require(NoticeStatus.COLLECTING);
        status = NoticeStatus.SENDING;
        webhookId = id;
    }

    void cancel() {
        require(NoticeStatus.COLLECTING);
        status = NoticeStatus.CANCELLED;
    }

    void fail(String code) {
        status = NoticeStatus.FAILED;
        failureCode = code;
    }

    private void require(NoticeStatus expected) {
        if (status != expected) {
            throw new IllegalStateException("Notice " + id + " is " + status + ", not " + expected);
        }
    }

    long id() {
        return id;
    }

    long subscriptionId() {
        return subscriptionId;
    }

    SlaKind kind() {
        return kind;
    }

    NoticeStatus status() {
        return status;
    }

    Instant openedAt() {
        return openedAt;
    }

    Instant closesAt() {
        return closesAt;
    }

    @Nullable
    Integer reviews() {
        return reviews;
    }

    @Nullable
    Instant oldestDueAt() {
        return oldestDueAt;
    }

    List<Long> firstWorkOrders() {
        return workOrders == null
                ? List.of()
                : Arrays.stream(workOrders.split(",")).map(Long::valueOf).toList();
    }

    @Nullable
    String messageId() {
        return messageId;
    }

    @Nullable
    String webhookId() {
        return webhookId;
    }

    @Nullable
    String failureCode() {
        return failureCode;
    }
}
