package io.zizhi.qualification.bulk.transfer;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.privacy.audit.AuditEntry;
import io.zizhi.platform.privacy.audit.AuditLog;
import io.zizhi.platform.privacy.encryption.AccountCipher;
import io.zizhi.platform.privacy.encryption.AccountCiphers;
import io.zizhi.qualification.bulk.model.BulkFiling;
import io.zizhi.qualification.bulk.model.BulkFilingRepository;
import io.zizhi.qualification.bulk.model.BulkRow;
import io.zizhi.qualification.bulk.model.BulkRowRepository;
import io.zizhi.qualification.bulk.model.RowSeal;
import io.zizhi.qualification.bulk.model.RowState;
import io.zizhi.qualification.bulk.sheet.column.SheetHeaders;
import io.zizhi.qualification.bulk.sheet.column.SheetResult;
import io.zizhi.qualification.bulk.sheet.writing.ResultRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Reads the rows of a bulk filing with their cells. The audit log records it, because cells contain personal data. */
@ApplicationScoped
class LoadResult {

    private final BulkFilingRepository filings;
    private final BulkRowRepository rows;
    private final RowSeal seal;
    private final AccountCiphers ciphers;
    private final AuditLog audit;

    LoadResult(
            BulkFilingRepository filings,
            BulkRowRepository rows,
            RowSeal seal,
            AccountCiphers ciphers,
            AuditLog audit) {
        this.filings = filings;
        this.rows = rows;
        this.seal = seal;
        this.ciphers = ciphers;
        this.audit = audit;
    }

    /**
     * The rows of a filing.
     *
     * @param headers the headers of the uploaded sheet
     * @param rows all rows, in order
     */
    record Result(SheetHeaders headers, List<ResultRow> rows) {}

    @WithTransaction
    public Uni<Result> handle(Caller caller, long id) {
        return filings.require(caller.requireAccount(), id)
                .call(filing -> audit.append(entry(caller, filing)))
                .chain(filing -> ciphers.forAccount(filing.accountId())
                        .chain(cipher ->
                                rows.all(id).map(found -> new Result(filing.headers(), results(found, cipher)))));
    }

    private List<ResultRow> results(List<BulkRow> found, AccountCipher cipher) {
        return found.stream()
                .map(row -> new ResultRow(
                        row.number(),
                        seal.cells(row, cipher),
                        resultOf(row.state()),
                        row.workOrder(),
                        seal.findings(row)))
                .toList();
    }

    private static SheetResult resultOf(RowState state) {
        return switch (state) {
            case WAITING, DRAFTED, READY -> SheetResult.IN_PROGRESS;
            case AWAITING_PHONE -> SheetResult.AWAITING_PHONE;
            case AWAITING_LETTER -> SheetResult.AWAITING_LETTER;
            case SUBMITTED, SKIPPED -> SheetResult.SUBMITTED;
            case FAILED, INVALID -> SheetResult.TO_CORRECT;
            case CANCELLED -> SheetResult.CANCELLED;
        };
    }

    private static AuditEntry entry(Caller caller, BulkFiling filing) {
        return new AuditEntry(
                caller.subject(),
                Roles.APPLICANT,
                filing.accountId(),
                "bulk-filing.downloaded",
                "bulk-filing",
                Long.toString(filing.id()),
                null,
                List.of());
    }
}
