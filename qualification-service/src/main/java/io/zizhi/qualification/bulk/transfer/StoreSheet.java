package io.zizhi.qualification.bulk.transfer;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.privacy.audit.AuditEntry;
import io.zizhi.platform.privacy.audit.AuditLog;
import io.zizhi.platform.privacy.encryption.AccountCipher;
import io.zizhi.platform.privacy.encryption.AccountCiphers;
import io.zizhi.platform.runtime.time.DatabaseTime;
import io.zizhi.qualification.account.limits.QualificationLimits;
import io.zizhi.qualification.bulk.model.BulkFiling;
import io.zizhi.qualification.bulk.model.BulkFilingRepository;
import io.zizhi.qualification.bulk.model.BulkFilingView;
import io.zizhi.qualification.bulk.model.BulkRow;
import io.zizhi.qualification.bulk.model.BulkRowRepository;
import io.zizhi.qualification.bulk.model.RowSeal;
import io.zizhi.qualification.bulk.sheet.reading.RowForm;
import io.zizhi.qualification.bulk.sheet.reading.Sheet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Stores a sheet with all its rows, which are then processed in the background. */
@ApplicationScoped
class StoreSheet {

    private final BulkFilingRepository filings;
    private final BulkRowRepository rows;
    private final RowSeal seal;
    private final AccountCiphers ciphers;
    private final AuditLog audit;
    private final DatabaseTime time;
    private final int mostOpen;

    StoreSheet(
            BulkFilingRepository filings,
            BulkRowRepository rows,
            RowSeal seal,
            AccountCiphers ciphers,
            AuditLog audit,
            DatabaseTime time,
            QualificationLimits limits) {
        this.filings = filings;
        this.rows = rows;
        this.seal = seal;
        this.ciphers = ciphers;
        this.audit = audit;
        this.time = time;
        this.mostOpen = limits.openBulkFilings();
    }

    @WithTransaction
    public Uni<BulkFilingView> handle(Caller caller, Sheet sheet, List<RowForm> forms) {
        return requireRoom(caller.requireAccount())
                .chain(time::now)
                .chain(now -> filings.nextId().map(id -> new BulkFiling(id, caller, sheet, now)))
                .call(filings::persist)
                .call(filing -> store(filing, forms))
                .call(filing -> audit.append(entry(caller, filing)))
                .chain(filing -> rows.flush()
                        .chain(() -> rows.count(filing.id()))
                        .map(counts -> BulkFilingView.from(filing, counts)));
    }

    /** Concurrent uploads of the account wait for each other here, so that they cannot exceed the limit together. */
    private Uni<Void> requireRoom(String accountId) {
        return filings.lockOpen(accountId)
                .chain(() -> filings.countOpen(accountId))
                .invoke(open -> {
                    if (open >= mostOpen) {
                        throw Problems.conflict(
                                "TOO_MANY_BULK_FILINGS",
                                "The account has " + open + " unfinished bulk filings. Wait for them or cancel some.");
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> store(BulkFiling filing, List<RowForm> forms) {
        return ciphers.forAccount(filing.accountId())
                .map(cipher -> forms.stream()
                        .map(form -> row(filing, form, filing.createdAt(), cipher))
                        .toList())
                .chain(made -> rows.persist(made));
    }

    private BulkRow row(BulkFiling filing, RowForm form, Instant now, AccountCipher cipher) {
        BulkRow row = new BulkRow(filing.id(), form.number(), now);
        seal.describe(row, form, cipher);
        if (form.form() == null) {
            row.invalid(seal.sealed(form.findings()), now);
            return row;
        }
        seal.fill(row, form.form(), cipher);
        if (!form.findings().isEmpty()) {
            row.faulty(seal.sealed(form.findings()));
        }
        return row;
    }

    private static AuditEntry entry(Caller caller, BulkFiling filing) {
        return new AuditEntry(
                caller.subject(),
                Roles.APPLICANT,
                filing.accountId(),
                "bulk-filing.uploaded",
                "bulk-filing",
                Long.toString(filing.id()),
                null,
                List.of());
    }
}
