package io.zizhi.qualification.bulk.importing;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.privacy.encryption.AccountCiphers;
import io.zizhi.platform.runtime.time.DatabaseTime;
import io.zizhi.qualification.account.limits.QualificationLimits;
import io.zizhi.qualification.bulk.importing.model.ImportFinding;
import io.zizhi.qualification.bulk.importing.model.ImportRepository;
import io.zizhi.qualification.bulk.importing.model.ImportRowRepository;
import io.zizhi.qualification.bulk.importing.model.ImportRowState;
import io.zizhi.qualification.bulk.importing.model.ImportSeal;
import io.zizhi.qualification.bulk.importing.model.QualificationImport;
import io.zizhi.qualification.bulk.importing.model.StoredLine;
import io.zizhi.qualification.bulk.sheet.ImportSheet;
import io.zizhi.qualification.bulk.sheet.reading.ImportLine;
import io.zizhi.qualification.filing.submission.IdempotencyKey;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.model.revision.Provenance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Stores the sheet of an import with all its rows, which the dry run then checks in the background. */
@ApplicationScoped
class StoreImport {

    /** Rows per statement. */
    private static final int BATCH = 500;

    private final ImportRepository imports;
    private final ImportRowRepository rows;
    private final ImportSeal seal;
    private final AccountCiphers ciphers;
    private final ImportAudit audit;
    private final DatabaseTime time;
    private final int mostOpen;

    StoreImport(
            ImportRepository imports,
            ImportRowRepository rows,
            ImportSeal seal,
            AccountCiphers ciphers,
            ImportAudit audit,
            DatabaseTime time,
            QualificationLimits limits) {
        this.imports = imports;
        this.rows = rows;
        this.seal = seal;
        this.ciphers = ciphers;
        this.audit = audit;
        this.time = time;
        this.mostOpen = limits.openImports();
    }

    /** @param digest SHA-256 of the sheet, in hexadecimal */
    @WithTransaction
    public Uni<ImportView> handle(Caller operator, IdempotencyKey key, String digest, ImportSheet sheet) {
        return time.now()
                .chain(now -> imports.store(operator.subject(), key.value(), digest, sheet, now)
                        .chain(stored -> stored.map(id -> fill(operator, id, sheet.lines(), now))
                                .orElseGet(() -> earlier(operator, key, digest))))
                .chain(id -> imports.require(id)
                        .chain(found -> rows.count(id).map(counts -> ImportView.from(found, counts))));
    }

    private Uni<Long> earlier(Caller operator, IdempotencyKey key, String digest) {
        return imports.byKey(operator.subject(), key.value())
                .invoke(sheet -> sheet.requireSheet(digest))
                .map(QualificationImport::id);
    }

    private Uni<Long> fill(Caller operator, long id, List<ImportLine> lines, Instant now) {
        return requireRoom()
                .chain(() -> Multi.createFrom()
                        .iterable(lines)
                        .onItem()
                        .transformToUniAndConcatenate(line -> stored(id, line))
                        .group()
                        .intoLists()
                        .of(BATCH)
                        .onItem()
                        .transformToUniAndConcatenate(batch -> rows.store(id, batch, now))
                        .collect()
                        .asList())
                .chain(() -> audit.record(operator.subject(), "import.uploaded", id))
                .replaceWith(id);
    }

    /** Concurrent uploads wait for each other here, so that they cannot exceed the limit together. */
    private Uni<Void> requireRoom() {
        return imports.lockOpen()
                .chain(imports::countOpen)
                .invoke(open -> {
                    if (open >= mostOpen) {
                        throw Problems.conflict(
                                "TOO_MANY_IMPORTS", open + " imports are unfinished. Confirm or cancel some.");
                    }
                })
                .replaceWithVoid();
    }

    private Uni<StoredLine> stored(long id, ImportLine line) {
        QualificationForm form = line.form();
        if (!line.findings().isEmpty() || form == null) {
            List<ImportFinding> errors =
                    line.findings().stream().map(ImportFinding::error).toList();
            return Uni.createFrom().item(stored(line, ImportRowState.INVALID, null, null, errors));
        }
        return ciphers.forAccount(Objects.requireNonNull(line.accountId()))
                .map(cipher -> Base64.getEncoder().encodeToString(seal.personalData(id, line.number(), form, cipher)))
                .map(personal -> stored(line, ImportRowState.WAITING, seal.content(form), personal, List.of()));
    }

    private StoredLine stored(
            ImportLine line,
            ImportRowState state,
            @Nullable String content,
            @Nullable String personalData,
            List<ImportFinding> findings) {
        Provenance source = line.source();
        return new StoredLine(
                line.number(),
                state,
                line.accountId(),
                source == null ? null : source.sourceSystem(),
                source == null ? null : source.sourceReference(),
                source == null ? null : source.approvedOn().toString(),
                source == null || source.validUntil() == null
                        ? null
                        : source.validUntil().toString(),
                content,
                personalData,
                seal.sealed(findings).encode());
    }
}
