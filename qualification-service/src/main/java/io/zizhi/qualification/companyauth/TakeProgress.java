package io.zizhi.qualification.companyauth;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.privacy.audit.AuditLog;
import io.zizhi.platform.privacy.encryption.AccountCipher;
import io.zizhi.platform.privacy.encryption.AccountCiphers;
import io.zizhi.platform.runtime.time.DatabaseTime;
import io.zizhi.qualification.companyauth.provider.Progress;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Locale;

/** Applies the status that the provider reports for an authentication. */
@ApplicationScoped
class TakeProgress {

    private final AuthenticationRepository authentications;
    private final AccountCiphers ciphers;
    private final AuditLog audit;
    private final DatabaseTime time;

    TakeProgress(AuthenticationRepository authentications, AccountCiphers ciphers, AuditLog audit, DatabaseTime time) {
        this.authentications = authentications;
        this.ciphers = ciphers;
        this.audit = audit;
        this.time = time;
    }

    @WithTransaction
    public Uni<AuthenticationView> handle(Caller caller, String id, Progress progress) {
        String accountId = caller.requireAccount();
        return ciphers.forAccount(accountId)
                .chain(cipher -> authentications
                        .lock(accountId, id)
                        .call(authentication ->
                                time.now().chain(now -> take(caller, authentication, progress, now, cipher)))
                        .map(authentication -> AuthenticationView.from(authentication, cipher)));
    }

    private Uni<Void> take(
            Caller caller, Authentication authentication, Progress progress, Instant now, AccountCipher cipher) {
        return authentication.takeOver(progress, now, cipher)
                ? audit.append(AuthenticationAudit.entry(
                        caller, authentication, authentication.status().name().toLowerCase(Locale.ROOT)))
                : Uni.createFrom().voidItem();
    }
}
