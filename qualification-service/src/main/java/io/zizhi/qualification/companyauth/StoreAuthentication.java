package io.zizhi.qualification.companyauth;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.privacy.audit.AuditLog;
import io.zizhi.platform.privacy.encryption.AccountCiphers;
import io.zizhi.platform.privacy.encryption.jobs.EncryptedTable;
import io.zizhi.platform.runtime.time.DatabaseTime;
import io.zizhi.qualification.companyauth.provider.Beginning;
import io.zizhi.qualification.companyauth.provider.Begun;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Stores an authentication that the provider has opened. */
@ApplicationScoped
class StoreAuthentication {

    private final AuthenticationRepository authentications;
    private final AuthenticationConfig config;
    private final AccountCiphers ciphers;
    private final AuditLog audit;
    private final DatabaseTime time;

    StoreAuthentication(
            AuthenticationRepository authentications,
            AuthenticationConfig config,
            AccountCiphers ciphers,
            AuditLog audit,
            DatabaseTime time) {
        this.authentications = authentications;
        this.config = config;
        this.ciphers = ciphers;
        this.audit = audit;
        this.time = time;
    }

    @WithTransaction
    public Uni<AuthenticationView> handle(Caller caller, Beginning beginning, String provider, Begun begun) {
        return time.now()
                .map(now -> started(beginning, provider, begun, now))
                .chain(authentications::persist)
                .call(started -> audit.append(AuthenticationAudit.entry(caller, started, "started")))
                .chain(started -> ciphers.forAccount(started.accountId())
                        .map(cipher -> AuthenticationView.from(started, cipher)));
    }

    private Authentication started(Beginning beginning, String provider, Begun begun, Instant now) {
        return new Authentication(beginning, provider, begun, now, now.plus(config.confirmWithin()));
    }

    @Produces
    @Singleton
    static EncryptedTable encryptedTable() {
        return EncryptedTable.of("company_authentication", "id", "text", "legal_representative_name");
    }
}
