package io.zizhi.notification.template.language;

import io.zizhi.notification.sender.message.SmsLanguage;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The language that an account chose. */
@Entity
@Table(name = "notification_settings")
class AccountLanguage {

    /** Read only by Hibernate. */
    @SuppressWarnings("UnusedVariable")
    @Id
    private String accountId;

    @Enumerated(EnumType.STRING)
    @Column
    private SmsLanguage language;

    /** Used by Hibernate. */
    protected AccountLanguage() {}

    SmsLanguage language() {
        return language;
    }
}
