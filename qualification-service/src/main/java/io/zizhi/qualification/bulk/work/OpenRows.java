package io.zizhi.qualification.bulk.work;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.privacy.encryption.AccountCiphers;
import io.zizhi.qualification.bulk.model.BulkFiling;
import io.zizhi.qualification.bulk.model.BulkFilingRepository;
import io.zizhi.qualification.bulk.model.BulkRow;
import io.zizhi.qualification.bulk.model.RowSeal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Decrypts the forms of claimed rows of one sheet. Call it inside a transaction. */
@ApplicationScoped
class OpenRows {

    private final BulkFilingRepository filings;
    private final RowSeal seal;
    private final AccountCiphers ciphers;

    OpenRows(BulkFilingRepository filings, RowSeal seal, AccountCiphers ciphers) {
        this.filings = filings;
        this.seal = seal;
        this.ciphers = ciphers;
    }

    Uni<List<ClaimedRow>> of(List<BulkRow> rows) {
        return rows.isEmpty()
                ? Uni.createFrom().item(List.of())
                : filings.findById(rows.getFirst().filingId()).chain(filing -> open(filing, rows));
    }

    private Uni<List<ClaimedRow>> open(BulkFiling filing, List<BulkRow> rows) {
        return ciphers.forAccount(filing.accountId())
                .map(cipher -> rows.stream()
                        .map(row -> new ClaimedRow(row, filing.applicant(), seal.open(row, cipher)))
                        .toList());
    }
}
