package io.zizhi.notification.template.language;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.messaging.erasure.Erasures;
import jakarta.enterprise.context.ApplicationScoped;

/** Stores the settings of an account. The last change wins: a member of the account sees what is chosen. */
@ApplicationScoped
class ChangeNotificationSettings {

    private final AccountLanguages languages;
    private final Erasures erasures;

    ChangeNotificationSettings(AccountLanguages languages, Erasures erasures) {
        this.languages = languages;
        this.erasures = erasures;
    }

    /** Fails for an erased account, as all changes of accounts do. */
    @WithTransaction
    public Uni<NotificationSettings> change(Caller caller, NotificationSettings settings) {
        String account = caller.requireAccount();
        return erasures.requireNotErased(account)
                .chain(() -> languages.store(account, settings.language()))
                .replaceWith(settings);
    }
}
