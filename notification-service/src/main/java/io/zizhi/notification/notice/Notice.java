package io.zizhi.notification.notice;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The notice of one result and the message that carries it. Its key prevents a second notice of the same result. */
@Entity
@Table(name = "notice")
class Notice {

    @Id
    @Column(name = "notice_key")
    private String key;

    @Column
    private long qualificationId;

    @Column
    private long workOrder;

    private String messageId;

    /** Account of the applicant; null in rows of earlier releases. */
    @Column
    private @Nullable String accountId;

    /** Name of the message's template; null in rows of earlier releases. */
    @Column
    private @Nullable String template;

    /** The masked number, encrypted: see {@link NoticeSeal}; null in rows of earlier releases. */
    @Column
    private byte @Nullable [] recipient;

    @Column
    private Instant createdAt;

    /** Used by Hibernate. */
    protected Notice() {}

    Notice(Result result, String messageId, byte[] recipient, Instant createdAt) {
        this.key = result.noticeKey();
        this.qualificationId = result.qualificationId();
        this.workOrder = result.workOrder();
        this.messageId = messageId;
        this.accountId = result.accountId();
        this.template = result.template().name();
        this.recipient = recipient.clone();
        this.createdAt = createdAt;
    }

    String key() {
        return key;
    }

    String messageId() {
        return messageId;
    }
}
