package io.zizhi.platform.privacy.encryption;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Provides the cipher of an account. For now all accounts share one keyset. The result is a {@code Uni} because a
 * future key per account would have to be loaded.
 */
@ApplicationScoped
public class AccountCiphers {

    private final Keysets keysets;
    private final String service;

    AccountCiphers(Keysets keysets, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.keysets = keysets;
        this.service = service;
    }

    public Uni<AccountCipher> forAccount(String accountId) {
        return Uni.createFrom().item(() -> new AccountCipher(keysets.fields(), service, accountId));
    }
}
