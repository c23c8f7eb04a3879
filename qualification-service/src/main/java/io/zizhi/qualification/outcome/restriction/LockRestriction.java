package io.zizhi.qualification.outcome.restriction;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.qualification.model.qualification.Qualification;
import io.zizhi.qualification.model.qualification.QualificationRepository;
import io.zizhi.qualification.outcome.restriction.request.RestrictionRequest;
import io.zizhi.qualification.outcome.restriction.request.RestrictionRequestRepository;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Locks the qualification of a request. Everything that opens or closes a request locks the qualification first, so the
 * request cannot change until the transaction ends.
 */
@ApplicationScoped
class LockRestriction {

    private final QualificationRepository qualifications;
    private final SupervisorConflict conflict;
    private final RestrictionRequestRepository requests;

    LockRestriction(
            QualificationRepository qualifications,
            SupervisorConflict conflict,
            RestrictionRequestRepository requests) {
        this.qualifications = qualifications;
        this.conflict = conflict;
        this.requests = requests;
    }

    /** A request with its qualification, which may be deleted. */
    record Locked(Qualification qualification, RestrictionRequest request) {}

    /** Fails with 404 for an unknown request and with 403 for a supervisor with a conflict of interest. */
    Uni<Locked> of(Caller supervisor, long requestId) {
        return requests.find(requestId)
                .chain(request -> qualifications.lockAny(request.qualificationId()))
                .call(qualification -> conflict.requireNone(supervisor, qualification))
                .chain(qualification -> requests.find(requestId).map(request -> new Locked(qualification, request)));
    }
}
