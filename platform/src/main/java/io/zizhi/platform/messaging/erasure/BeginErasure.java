package io.zizhi.platform.messaging.erasure;

import io.quarkus.arc.All;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
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
 * them; the proof says so. The rows follow in the background. An {@link ErasureHold} may withhold all of it.
 */
@ApplicationScoped
public class BeginErasure {

    private final Erasures erasures;
    private final AccountKeys keys;
    private final AuditLog audit;
    private final ErasureLoop loop;
    private final List<ErasureHold> holds;
    private final String service;

    BeginErasure(
            Erasures erasures,
            AccountKeys keys,
            AuditLog audit,
            ErasureLoop loop,
            @All List<ErasureHold> holds,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.erasures = erasures;
        this.keys = keys;
        this.audit = audit;
        this.loop = loop;
        this.holds = List.copyOf(holds);
        this.service = service;
    }

    /**
     * Begins the erasure, or repeats it if the account was erased before. Returns false if an {@link ErasureHold}
     * withholds it.
     */
    public Uni<Boolean> begin(String accountId) {
        return destroy(accountId).invoke(loop::wake);
    }

    @WithTransaction
    Uni<Boolean> destroy(String accountId) {
        return isWithheld(accountId)
                .chain(withheld -> withheld
                        ? Uni.createFrom().item(false)
                        : destroyKeys(accountId).replaceWith(true));
    }

    private Uni<Boolean> isWithheld(String accountId) {
        return Multi.createFrom()
                .iterable(holds)
                .onItem()
                .transformToUniAndConcatenate(hold -> hold.withholds(accountId))
                .collect()
                .asList()
                .map(answers -> answers.contains(true));
    }

    private Uni<Void> destroyKeys(String accountId) {
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
