package io.zizhi.notification.sender.inbox;

import io.zizhi.notification.sender.message.SmsTemplate;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A delivered message. Number and text are encrypted: the text may contain a valid code. */
@Entity
@Table(name = "local_inbox")
class InboxMessage {

    @Id
    @Column(name = "message_id")
    private String id;

    @Column
    private String phoneIndex;

    private byte[] phone;

    private byte[] text;

    @Enumerated(EnumType.STRING)
    private SmsTemplate template;

    private Instant sentAt;

    /** Used by Hibernate. */
    protected InboxMessage() {}

    InboxMessage(String id, String phoneIndex, byte[] phone, byte[] text, SmsTemplate template, Instant sentAt) {
        this.id = id;
        this.phoneIndex = phoneIndex;
        this.phone = phone;
        this.text = text;
        this.template = template;
        this.sentAt = sentAt;
    }

    String id() {
        return id;
    }

    byte[] encryptedPhone() {
        return phone.clone();
    }

    byte[] encryptedText() {
        return text.clone();
    }

    SmsTemplate template() {
        return template;
    }

    Instant sentAt() {
        return sentAt;
    }
}
