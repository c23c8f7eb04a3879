package io.zizhi.notification.template.language;

import io.zizhi.platform.messaging.erasure.ErasedRows;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The settings of an erased account. */
@Singleton
class ErasedSettings {

    static final String SETTINGS = """
            delete from notification_settings where account_id = any(array(
                select account_id from notification_settings where account_id = :accountId
                order by account_id limit :limit for update))
            """;

    @Produces
    @Singleton
    static ErasedRows settings() {
        return new ErasedRows("notification-settings", SETTINGS);
    }
}
