package io.zizhi.qualification.bulk.importing.work;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.QualificationImported;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.messaging.outbox.Outbox;
import io.zizhi.platform.privacy.audit.AuditEntry;
import io.zizhi.platform.privacy.audit.AuditLog;
import io.zizhi.qualification.bulk.importing.model.ImportRepository;
import io.zizhi.qualification.bulk.importing.model.ImportRow;
import io.zizhi.qualification.bulk.importing.model.ImportRowRepository;
import io.zizhi.qualification.bulk.importing.model.ImportRowState;
import io.zizhi.qualification.bulk.importing.model.QualificationImport;
import io.zizhi.qualification.form.DocumentUse;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.model.qualification.Qualification;
import io.zizhi.qualification.model.revision.Provenance;
import io.zizhi.qualification.model.revision.Revision;
import io.zizhi.qualification.model.timeline.Act;
import io.zizhi.qualification.model.timeline.Actor;
import io.zizhi.qualification.model.timeline.RecordedAct;
import io.zizhi.qualification.model.timeline.TimelineEntry;
import io.zizhi.qualification.model.timeline.TimelineRepository;
import io.zizhi.qualification.outcome.expiry.ExpiryWatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Imports a confirmed row in one transaction: the approved qualification, its event, its timers, and the end of the row.
 * Does nothing if the row has ended meanwhile.
 *
 * @see QualificationImported
 */
@ApplicationScoped
class ImportQualification {

    private final ImportRepository imports;
    private final ImportRowRepository rows;
    private final CreateImported create;
    private final ExpiryWatch expiry;
    private final Outbox outbox;
    private final TimelineRepository timeline;
    private final AuditLog audit;

    ImportQualification(
            ImportRepository imports,
            ImportRowRepository rows,
            CreateImported create,
            ExpiryWatch expiry,
            Outbox outbox,
            TimelineRepository timeline,
            AuditLog audit) {
        this.imports = imports;
        this.rows = rows;
        this.create = create;
        this.expiry = expiry;
        this.outbox = outbox;
        this.timeline = timeline;
        this.audit = audit;
    }

    @WithTransaction
    public Uni<Void> handle(ClaimedImportRow claimed) {
        return rows.lock(claimed.row().id())
                .chain(row -> row.state() == ImportRowState.CONFIRMED
                        ? create.handle(claimed).chain(created -> publish(row, claimed.form(), created))
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> publish(ImportRow row, QualificationForm form, Imported created) {
        row.imported(created.revision().workOrder().orElseThrow());
        return outbox.append(event(row, form, created))
                .chain(() -> expiry.start(created.qualification(), created.revision()))
                .chain(() -> imports.findById(row.importId()))
                .chain(sheet -> record(row, created, sheet));
    }

    private Uni<Void> record(ImportRow row, Imported created, QualificationImport sheet) {
        String confirmedBy = sheet.confirmedBy().orElseThrow();
        Qualification qualification = created.qualification();
        Map<String, Object> details = new HashMap<>(row.requireSource().fields());
        details.put("import", row.importId());
        details.put(RecordedAct.REQUESTED_BY, sheet.uploadedBy());
        details.put(RecordedAct.CONFIRMED_BY, confirmedBy);
        return timeline.append(new TimelineEntry(
                        Actor.operator(confirmedBy), Act.IMPORTED, created.revision(), importedAt(created), details))
                .chain(() -> audit.append(new AuditEntry(
                        confirmedBy,
                        Roles.OPERATOR,
                        qualification.accountId(),
                        "qualification.imported",
                        "qualification",
                        Long.toString(qualification.id()),
                        null,
                        List.of())));
    }

    private static QualificationImported event(ImportRow row, QualificationForm form, Imported created) {
        Qualification qualification = created.qualification();
        Provenance source = row.requireSource();
        return new QualificationImported(
                qualification.id(),
                created.revision().workOrder().orElseThrow(),
                qualification.accountId(),
                created.revision().number().orElseThrow(),
                qualification.name(),
                qualification.companyName().orElse(null),
                qualification.creditCode().orElse(null),
                qualification.ownerType(),
                qualification.purpose(),
                form.documents().stream()
                        .map(DocumentUse::documentId)
                        .distinct()
                        .toList(),
                source.sourceSystem(),
                source.sourceReference(),
                source.approvedOn(),
                source.validUntil(),
                importedAt(created));
    }

    private static Instant importedAt(Imported created) {
        return Objects.requireNonNull(created.revision().submittedAt());
    }

    /** A qualification that has just been imported, with its revision in force. */
    record Imported(Qualification qualification, Revision revision) {}
}
