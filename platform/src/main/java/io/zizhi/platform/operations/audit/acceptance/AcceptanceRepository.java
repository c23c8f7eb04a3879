package io.zizhi.platform.operations.audit.acceptance;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.database.Row;
import io.zizhi.platform.http.problem.ProblemException;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.operations.audit.anchor.AnchorKey;
import io.zizhi.platform.operations.audit.anchor.Anchors;
import io.zizhi.platform.operations.twopersons.TwoPersonRepository;
import jakarta.enterprise.context.ApplicationScoped;

/** The table of acceptances. */
@ApplicationScoped
class AcceptanceRepository extends TwoPersonRepository<Acceptance> {

    private static final String INSERT = """
            insert into audit_acceptance(content, signature, requested_by) values (:content, :signature, :requestedBy)
            returning id
            """;

    private final Anchors anchors;

    AcceptanceRepository(Anchors anchors) {
        this.anchors = anchors;
    }

    Uni<Acceptance> request(Acceptance.Content content) {
        String text = content.text();
        return request(
                new NativeQuery(INSERT)
                        .with("content", text)
                        .with("signature", key().sign(Acceptance.requestOf(text)))
                        .with("requestedBy", content.requestedBy()),
                AcceptanceRepository::changed);
    }

    AcceptanceView view(Acceptance acceptance) {
        return AcceptanceView.from(acceptance, isSigned(acceptance));
    }

    /** Returns whether this service has signed the request, and its confirmation if it is confirmed. */
    boolean isSigned(Acceptance acceptance) {
        return acceptance.isOf(anchors.service())
                && anchors.signed()
                        .filter(signed -> acceptance.isSignedBy(signed.key()))
                        .isPresent();
    }

    /** Signs a request as confirmed. Fails with 409 if the service has not signed the request. */
    Uni<Void> sign(Acceptance request, String confirmedBy) {
        if (!request.isOf(anchors.service()) || !request.isRequestSignedBy(key())) {
            throw changed();
        }
        return new NativeQuery("update audit_acceptance set signature = :signature")
                .with("signature", key().sign(Acceptance.confirmationOf(request.text(), confirmedBy)))
                .where("id = :id", "id", request.id())
                .execute()
                .replaceWithVoid();
    }

    private AnchorKey key() {
        return anchors.signed().orElseThrow(AcceptanceRepository::notAnchored).key();
    }

    static ProblemException notAnchored() {
        return Problems.conflict(
                "AUDIT_NOT_ANCHORED", "This service does not anchor its audit log, so nothing can be accepted.");
    }

    static ProblemException foreignAnchor() {
        return Problems.conflict(
                "AUDIT_NOT_ANCHORED",
                "The last audit anchor is not signed by this service, so nothing can be accepted. Find out who wrote it.");
    }

    private static ProblemException changed() {
        return Problems.conflict(
                "AUDIT_ACCEPTANCE_CHANGED",
                "This request was not made through this service. Find out who changed the table audit_acceptance.");
    }

    @Override
    protected String table() {
        return "audit_acceptance";
    }

    @Override
    protected String columns() {
        return Acceptance.COLUMNS;
    }

    @Override
    protected Acceptance read(Row row) {
        return Acceptance.from(row);
    }

    @Override
    protected ProblemException notFound() {
        return Problems.notFound("AUDIT_ACCEPTANCE_NOT_FOUND", "This acceptance does not exist.");
    }

    @Override
    protected ProblemException closed() {
        return Problems.conflict("AUDIT_ACCEPTANCE_CLOSED", "This acceptance was already confirmed or cancelled.");
    }
}
