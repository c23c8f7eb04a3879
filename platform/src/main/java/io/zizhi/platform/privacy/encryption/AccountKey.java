package io.zizhi.platform.privacy.encryption;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.StreamingAead;
import io.zizhi.platform.http.problem.Problems;
import org.jspecify.annotations.Nullable;

/** The usable keys of an account, or the fact that they were destroyed. */
final class AccountKey {

    private static final AccountKey DESTROYED = new AccountKey(null, null);

    private final @Nullable Aead fields;
    private final @Nullable StreamingAead objects;

    private AccountKey(@Nullable Aead fields, @Nullable StreamingAead objects) {
        this.fields = fields;
        this.objects = objects;
    }

    static AccountKey of(Aead fields, StreamingAead objects) {
        return new AccountKey(fields, objects);
    }

    static AccountKey destroyed() {
        return DESTROYED;
    }

    boolean isDestroyed() {
        return fields == null;
    }

    /** Fails with 409 if the keys were destroyed. */
    Aead fields() {
        return require(fields);
    }

    /** Fails with 409 if the keys were destroyed. */
    StreamingAead objects() {
        return require(objects);
    }

    private static <K> K require(@Nullable K key) {
        if (key == null) {
            throw Problems.conflict(
                    AccountKeys.ACCOUNT_ERASED,
                    "The keys of this account were destroyed. Nothing can be stored or read for it.");
        }
        return key;
    }
}
