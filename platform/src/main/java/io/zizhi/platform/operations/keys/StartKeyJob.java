package io.zizhi.platform.operations.keys;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.operations.OperationsAudit;
import io.zizhi.platform.privacy.encryption.jobs.KeyJobKind;
import io.zizhi.platform.privacy.encryption.jobs.KeyJobs;
import jakarta.enterprise.context.ApplicationScoped;

/** Starts a job on keys. Any free replica works on it. */
@ApplicationScoped
class StartKeyJob {

    private final KeyJobs jobs;
    private final OperationsAudit audit;

    StartKeyJob(KeyJobs jobs, OperationsAudit audit) {
        this.jobs = jobs;
        this.audit = audit;
    }

    /** Fails with 409 while another job runs. */
    @WithTransaction
    Uni<Void> start(KeyJobRequest request, Caller operator) {
        if ((request.kind() == KeyJobKind.ACCOUNT_KEY) != (request.accountId() != null)) {
            throw Problems.badRequest(
                    "FIELD_INVALID", "/accountId", "`accountId` belongs to the kind ACCOUNT_KEY, which requires it.");
        }
        return jobs.start(request.kind(), request.accountId(), operator.subject(), request.reason())
                .chain(started -> {
                    if (started.isEmpty()) {
                        throw Problems.conflict("KEY_JOB_RUNNING", "A job on keys is running. Wait for its end.");
                    }
                    return audit.record(
                            operator,
                            "key-job.started",
                            "key-job",
                            request.kind().name() + " " + started.getAsLong(),
                            request.reason());
                });
    }
}
