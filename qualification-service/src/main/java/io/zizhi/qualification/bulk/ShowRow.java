package io.zizhi.qualification.bulk;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.privacy.encryption.AccountCipher;
import io.zizhi.platform.privacy.encryption.AccountCiphers;
import io.zizhi.qualification.bulk.model.BulkFiling;
import io.zizhi.qualification.bulk.model.BulkRow;
import io.zizhi.qualification.bulk.model.BulkRowView;
import io.zizhi.qualification.bulk.model.RowSeal;
import io.zizhi.qualification.bulk.sheet.column.SheetHeaders;
import jakarta.inject.Singleton;
import java.util.function.Function;

/** Shows rows to their account: the phone masked, each finding with its cell in the sheet. */
@Singleton
class ShowRow {

    private final RowSeal seal;
    private final AccountCiphers ciphers;

    ShowRow(RowSeal seal, AccountCiphers ciphers) {
        this.seal = seal;
        this.ciphers = ciphers;
    }

    /** Returns a function that shows rows of the filing. */
    Uni<Function<BulkRow, BulkRowView>> of(BulkFiling filing) {
        SheetHeaders headers = filing.headers();
        return ciphers.forAccount(filing.accountId()).map(cipher -> row -> view(row, headers, cipher));
    }

    private BulkRowView view(BulkRow row, SheetHeaders headers, AccountCipher cipher) {
        return BulkRowView.from(
                row,
                seal.phone(row, cipher),
                seal.findings(row).stream()
                        .map(finding -> finding.in(headers, row.number()))
                        .toList());
    }
}
