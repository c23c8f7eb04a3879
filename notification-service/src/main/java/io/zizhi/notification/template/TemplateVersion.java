package io.zizhi.notification.template;

import io.zizhi.notification.sender.message.SmsTemplate;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A version of a template's texts. Its texts never change. */
@Entity
@DynamicUpdate
@Table(name = "sms_template_version")
class TemplateVersion {

    /**
     * @param name of an {@link SmsTemplate}
     * @param number from 1
     */
    @Embeddable
    record Key(String name, int number) implements Serializable {

        static Key of(SmsTemplate template, int number) {
            return new Key(template.name(), number);
        }
    }

    @EmbeddedId
    private Key key;

    private String zh;

    private String en;

    /** Token subject of the operator; null for a text of the release. */
    @Column
    private @Nullable String createdBy;

    private Instant createdAt;

    private @Nullable Instant publishedAt;

    /** Used by Hibernate. */
    protected TemplateVersion() {}

    TemplateVersion(Key key, TemplateTexts texts, String createdBy, Instant now) {
        this.key = key;
        this.zh = texts.zh();
        this.en = texts.en();
        this.createdBy = createdBy;
        this.createdAt = now;
    }

    void publish(Instant now) {
        publishedAt = now;
    }

    int number() {
        return key.number();
    }

    SmsTemplate template() {
        return SmsTemplate.valueOf(key.name());
    }

    TemplateTexts texts() {
        return new TemplateTexts(zh, en);
    }

    @Nullable
    String createdBy() {
        return createdBy;
    }

    Instant createdAt() {
        return createdAt;
    }

    @Nullable
    Instant publishedAt() {
        return publishedAt;
    }
}
