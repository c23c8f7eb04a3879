package io.zizhi.qualification.signing.carrierfiling;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.CarrierFilingCause;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.http.problem.Violation;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.messaging.outbox.Outbox;
import io.zizhi.platform.privacy.audit.AuditEntry;
import io.zizhi.platform.privacy.audit.AuditLog;
import io.zizhi.platform.privacy.encryption.AccountCiphers;
import io.zizhi.platform.runtime.time.DatabaseTime;
import io.zizhi.qualification.model.carrierfiling.CancelCarrierFilings;
import io.zizhi.qualification.model.carrierfiling.CarrierFiling;
import io.zizhi.qualification.model.carrierfiling.CarrierFilingConfig;
import io.zizhi.qualification.model.carrierfiling.CarrierFilingEvents;
import io.zizhi.qualification.model.carrierfiling.CarrierFilingRepository;
import io.zizhi.qualification.model.carrierfiling.CarrierFilingSeal;
import io.zizhi.qualification.model.carrierfiling.CarrierFilingTimeline;
import io.zizhi.qualification.model.carrierfiling.CarrierFilingTimers;
import io.zizhi.qualification.model.qualification.QualificationRepository;
import io.zizhi.qualification.model.timeline.Act;
import io.zizhi.qualification.model.timeline.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Records a report of the filing system. A repeated report has no effect and gets the same answer. Any other report
 * cancels a filing whose signature was released, or whose account was erased, without cancelling it.
 *
 * @see io.zizhi.contracts.CarrierFilingAccepted
 * @see io.zizhi.contracts.CarrierFilingRejected
 */
@ApplicationScoped
public class ReportCarrierFiling {

    private final CarrierFilingRepository filings;
    private final QualificationRepository qualifications;
    private final CancelCarrierFilings cancel;
    private final CarrierFilingSeal seal;
    private final AccountCiphers ciphers;
    private final CarrierFilingTimers timers;
    private final CarrierFilingTimeline timeline;
    private final OpenFilingAmendment openAmendment;
    private final Outbox outbox;
    private final AuditLog audit;
    private final CarrierFilingConfig policy;
    private final DatabaseTime time;

    ReportCarrierFiling(
            CarrierFilingRepository filings,
            QualificationRepository qualifications,
            CancelCarrierFilings cancel,
            CarrierFilingSeal seal,
            AccountCiphers ciphers,
            CarrierFilingTimers timers,
            CarrierFilingTimeline timeline,
            OpenFilingAmendment openAmendment,
            Outbox outbox,
            AuditLog audit,
            CarrierFilingConfig policy,
            DatabaseTime time) {
        this.filings = filings;
        this.qualifications = qualifications;
        this.cancel = cancel;
        this.seal = seal;
        this.ciphers = ciphers;
        this.timers = timers;
        this.timeline = timeline;
        this.openAmendment = openAmendment;
        this.outbox = outbox;
        this.audit = audit;
        this.policy = policy;
        this.time = time;
    }

    /** Locks the qualification before the filing if the report may open an amendment. */
    @WithTransaction
    Uni<CarrierFilingView> handle(Caller system, OwnCarriers carriers, long id, CarrierFilingReport report) {
        requireComplete(report);
        return filings.qualificationOf(id)
                .call(qualification -> report.opensAmendment()
                        ? qualifications.lockAny(qualification).replaceWithVoid()
                        : Uni.createFrom().voidItem())
                .chain(() -> filings.lock(id))
                .invoke(carriers::require)
                .call(filing -> openLate(system, filing, report))
                .call(filing -> isRepeated(filing, report)
                        ? Uni.createFrom().voidItem()
                        : time.now().chain(now -> follow(system, filing, report, now)))
                .map(CarrierFilingView::from);
    }

    /** Opens the amendment that a repeated rejection asks for, unless an earlier report opened it. */
    private Uni<Void> openLate(Caller system, CarrierFiling filing, CarrierFilingReport report) {
        return report.opensAmendment() && isRepeated(filing, report)
                ? openAmendment
                        .wasOpenedFor(filing)
                        .chain(opened -> opened
                                ? Uni.createFrom().voidItem()
                                : time.now().chain(now -> openAmendment.handle(system, filing, now)))
                : Uni.createFrom().voidItem();
    }

    private static void requireComplete(CarrierFilingReport report) {
        boolean rejected = report.result() == CarrierFilingReport.Result.REJECTED;
        if (report.result() == CarrierFilingReport.Result.FILED && report.claimId() == null) {
            throw invalid("/claimId", "FIELD_REQUIRED", "A report of FILED needs the id of the claim.");
        }
        if (rejected && report.reason() == null) {
            throw invalid("/reason", "FIELD_REQUIRED", "A report of REJECTED needs the code of a reason.");
        }
        if (!rejected && report.reason() != null) {
            throw invalid("/reason", "FIELD_NOT_ALLOWED", "Only a report of REJECTED has a reason.");
        }
    }

    private static RuntimeException invalid(String pointer, String code, String detail) {
        return Problems.invalid(List.of(new Violation(pointer, code, detail)));
    }

    private static boolean isRepeated(CarrierFiling filing, CarrierFilingReport report) {
        return switch (report.result()) {
            case FILED -> filing.wasFiledUnder(report.claimId());
            case ACCEPTED -> filing.wasAccepted();
            case REJECTED -> filing.wasRejectedFor(report.reason());
        };
    }

    private Uni<Void> follow(Caller system, CarrierFiling filing, CarrierFilingReport report, Instant now) {
        return filings.isAbandoned(filing)
                .chain(abandoned -> abandoned && !filing.hasEnded()
                        ? cancel.one(filing, CarrierFilingCause.RELEASED, now)
                                .chain(() -> record(system, filing, "cancelled", null))
                        : apply(system, filing, report, now));
    }

    private Uni<Void> apply(Caller system, CarrierFiling filing, CarrierFilingReport report, Instant now) {
        return ciphers.forAccount(filing.accountId())
                .invoke(cipher -> change(filing, report, seal.close(filing.id(), report.note(), cipher), now))
                .chain(() -> publish(filing, report, now))
                .chain(() ->
                        timeline.record(Actor.carrierFilingSystem(system), act(report.result()), List.of(filing), now))
                .chain(() -> report.opensAmendment()
                        ? openAmendment.handle(system, filing, now)
                        : Uni.createFrom().voidItem())
                .chain(() -> record(system, filing, report.result().name().toLowerCase(Locale.ROOT), report.reason()));
    }

    private Uni<Void> record(Caller system, CarrierFiling filing, String act, @Nullable String reason) {
        return audit.append(new AuditEntry(
                system.subject(),
                Roles.CARRIER_FILING_SYSTEM,
                filing.accountId(),
                "carrier-filing." + act,
                "carrier-filing",
                Long.toString(filing.id()),
                reason,
                List.of()));
    }

    private void change(CarrierFiling filing, CarrierFilingReport report, byte @Nullable [] note, Instant now) {
        switch (report.result()) {
            case FILED ->
                filing.file(Objects.requireNonNull(report.claimId()), note, now.plus(policy.answerWithin()), now);
            case ACCEPTED -> filing.accept(note, now);
            case REJECTED -> filing.reject(Objects.requireNonNull(report.reason()), note, now);
        }
    }

    private Uni<Void> publish(CarrierFiling filing, CarrierFilingReport report, Instant now) {
        return switch (report.result()) {
            case FILED -> timers.watchAnswer(filing);
            case ACCEPTED -> timers.stop(filing).chain(() -> outbox.append(CarrierFilingEvents.accepted(filing, now)));
            case REJECTED -> timers.stop(filing).chain(() -> outbox.append(CarrierFilingEvents.rejected(filing, now)));
        };
    }

    private static Act act(CarrierFilingReport.Result result) {
        return switch (result) {
            case FILED -> Act.CARRIER_FILING_FILED;
            case ACCEPTED -> Act.CARRIER_FILING_ACCEPTED;
            case REJECTED -> Act.CARRIER_FILING_REJECTED;
        };
    }
}
