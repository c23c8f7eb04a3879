package io.zizhi.platform.privacy.encryption;

import java.security.GeneralSecurityException;

/** The stored keys of one account are damaged. A retry does not help, and other accounts are not affected. */
public final class UnusableKeysException extends IllegalStateException {

    UnusableKeysException(String accountId, GeneralSecurityException cause) {
        super("The keys of account " + accountId + " cannot be used", cause);
    }
}
