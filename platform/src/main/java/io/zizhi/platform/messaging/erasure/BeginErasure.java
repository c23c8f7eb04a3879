package io.zizhi.platform.messaging.erasure;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.privacy.audit.AuditEntry;
import io.zizhi.platform.privacy.audit.AuditLog;
import io.zizhi.platform.privacy.encryption.AccountKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Destroys the keys of an account and records that it is erased, in one transaction. From then on the services neither
 * decrypt nor encrypt anything of the account. Copies of its data become unreadable, unless the shared keysets encrypted
 * them; the proof says so. The rows follow in the background.
 */
@ApplicationScoped
public class BeginErasure {

    private final Erasures erasures;
    private final AccountKeys keys;
    private final AuditLog audit;
    private final ErasureLoop loop;
    private final String service;

    BeginErasure(
            Erasures erasures,
            AccountKeys keys,
            AuditLog audit,
            ErasureLoop loop,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.erasures = erasures;
        this.keys = keys;
        this.audit = audit;
        this.loop = loop;
        this.service = service;
    }

    /** Begins the erasure, or repeats it if the account was erased before. */
    public Uni<Void> begin(String accountId) {
        return destroy(accountId).invoke(loop::wake);
    }

    @WithTransaction
    Uni<Void> destroy(String accountId) {
        return keys.destroy(accountId)
                .chain(() -> erasures.begin(accountId))
                .chain(() -> audit.append(new AuditEntry(
                        service,
                        Roles.SERVICE,
                        accountId,
                        "account.erasure-begun",
                        "account",
                        accountId,
                        null,
                        List.of())));
    }
}
