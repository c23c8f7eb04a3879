package io.zizhi.notification.template.language;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.zizhi.notification.sender.channel.SmsConfig;
import io.zizhi.notification.sender.message.SmsLanguage;
import io.zizhi.platform.database.NativeQuery;
import jakarta.enterprise.context.ApplicationScoped;

/** The languages of accounts. Runs in the caller's session. */
@ApplicationScoped
public class AccountLanguages implements PanacheRepositoryBase<AccountLanguage, String> {

    private static final String STORE = """
            insert into notification_settings (account_id, language, changed_at)
            values (:account, :language, statement_timestamp())
            on conflict (account_id) do update set language = excluded.language, changed_at = excluded.changed_at
            """;

    private final SmsLanguage fallback;

    AccountLanguages(SmsConfig config) {
        this.fallback = config.language();
    }

    /** Returns the language that the account chose, else that of the installation. */
    public Uni<SmsLanguage> of(String accountId) {
        return findById(accountId).map(found -> found == null ? fallback : found.language());
    }

    Uni<Void> store(String accountId, SmsLanguage language) {
        return new NativeQuery(STORE)
                .with("account", accountId)
                .with("language", language.name())
                .execute()
                .replaceWithVoid();
    }
}
