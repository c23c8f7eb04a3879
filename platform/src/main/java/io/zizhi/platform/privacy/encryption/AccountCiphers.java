package io.zizhi.platform.privacy.encryption;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Gives the cipher of an account. All accounts share one keyset for now; a key per account will have to be loaded,
 * which is why it is a {@code Uni} already.
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
