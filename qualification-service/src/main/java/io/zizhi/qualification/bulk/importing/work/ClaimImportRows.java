package io.zizhi.qualification.bulk.importing.work;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.privacy.encryption.AccountCiphers;
import io.zizhi.qualification.bulk.importing.model.ImportRow;
import io.zizhi.qualification.bulk.importing.model.ImportRowRepository;
import io.zizhi.qualification.bulk.importing.model.ImportSeal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Claims the next due rows and decrypts their forms. */
@ApplicationScoped
class ClaimImportRows {

    private final ImportRowRepository rows;
    private final ImportSeal seal;
    private final AccountCiphers ciphers;
    private final ImportConfig config;

    ClaimImportRows(ImportRowRepository rows, ImportSeal seal, AccountCiphers ciphers, ImportConfig config) {
        this.rows = rows;
        this.seal = seal;
        this.ciphers = ciphers;
        this.config = config;
    }

    @WithTransaction
    public Uni<List<ClaimedImportRow>> handle() {
        return rows.claim(config.lease(), config.claim())
                .chain(claimed -> Multi.createFrom()
                        .iterable(claimed)
                        .onItem()
                        .transformToUniAndConcatenate(this::open)
                        .collect()
                        .asList());
    }

    private Uni<ClaimedImportRow> open(ImportRow row) {
        return ciphers.forAccount(row.requireAccount())
                .map(cipher -> new ClaimedImportRow(row, seal.open(row, cipher)));
    }
}
