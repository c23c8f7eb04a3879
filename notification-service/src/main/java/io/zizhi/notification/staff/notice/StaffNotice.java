package io.zizhi.notification.staff.notice;

import io.zizhi.notification.staff.subscription.SlaKind;
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

/** A group of alerts and the one notice that it becomes. {@link StaffNoticeRepository#open} inserts the rows. */
@Entity
@Table(name = "staff_notice")
class StaffNotice {

    @Id
    @Column(name = "notice_id")
    private long id;

    private long subscriptionId;

    @Enumerated(EnumType.STRING)
    private SlaKind kind;

    @Column
    private long number;

    @Enumerated(EnumType.STRING)
    private NoticeStatus status;

    private Instant openedAt;

    private Instant closesAt;

    private @Nullable Integer reviews;

    private @Nullable Instant oldestDueAt;

    /** Work orders that the notice names, separated by commas. */
    private @Nullable String workOrders;

    private @Nullable String messageId;

    private @Nullable String webhookId;

    private @Nullable String failureCode;

    /** Used by Hibernate. */
    protected StaffNotice() {}

    /** Closes the group and stores its totals in the row. */
    void close(Gathered gathered) {
        require(NoticeStatus.COLLECTING);
        reviews = gathered.reviews();
        oldestDueAt = gathered.oldestDueAt();
        workOrders = gathered.first().stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    /** Records that the notice is sent by SMS; the message holds the outcome. */
    void sending(String smsId) {
        require(NoticeStatus.COLLECTING);
        status = NoticeStatus.SENDING;
        messageId = smsId;
    }

    /** Records that the notice is sent by webhook; the webhook holds the outcome. */
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
