package io.zizhi.platform.privacy.encryption;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Provides the ciphers of an account. May read a row, in the caller's session if it has one, and may create the keys of
 * the account. The ciphers of an erased account fail with the problem {@code ACCOUNT_ERASED}.
 */
@ApplicationScoped
public class AccountCiphers {

    private final AccountKeys keys;
    private final String service;

    AccountCiphers(AccountKeys keys, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.keys = keys;
        this.service = service;
    }

    /** Returns the cipher of the personal fields. */
    public Uni<AccountCipher> forAccount(String accountId) {
        return keys.of(accountId).map(key -> new AccountCipher(key, service, accountId));
    }

    /** Returns the cipher of the documents. */
    public Uni<ObjectCipher> objectsOf(String accountId) {
        return keys.of(accountId).map(ObjectCipher::new);
    }
}
