package io.zizhi.platform.privacy.encryption.jobs;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.Row;
import io.zizhi.platform.privacy.encryption.AccountKeys;
import io.zizhi.platform.privacy.encryption.NewestCipher;
import io.zizhi.platform.privacy.encryption.UnusableKeysException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Reads the keys of the accounts of a batch from the database. */
@ApplicationScoped
class BatchCiphers {

    private static final Logger LOG = Logger.getLogger(BatchCiphers.class);

    private final AccountKeys keys;

    BatchCiphers(AccountKeys keys) {
        this.keys = keys;
    }

    /** Returns the ciphers by account. Leaves out accounts whose keys are damaged, and sets those keys aside. */
    Uni<Map<String, NewestCipher>> of(List<Row> rows) {
        List<String> accounts =
                rows.stream().map(row -> row.text("account")).distinct().toList();
        return Multi.createFrom()
                .iterable(accounts)
                .onItem()
                .transformToUniAndConcatenate(this::cipher)
                .select()
                .where(Optional::isPresent)
                .map(Optional::get)
                .collect()
                .asMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private Uni<Optional<Map.Entry<String, NewestCipher>>> cipher(String account) {
        return keys.newest(account)
                .map(cipher -> Optional.of(Map.entry(account, cipher)))
                .onFailure(UnusableKeysException.class)
                .recoverWithUni(failure -> {
                    LOG.warn(failure.getMessage());
                    return keys.setAside(List.of(account)).replaceWith(Optional.empty());
                });
    }
}
