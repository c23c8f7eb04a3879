package io.zizhi.qualification.outcome.restriction.request;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.database.Row;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import io.zizhi.platform.http.problem.ProblemException;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.operations.twopersons.TwoPersonRepository;
import io.zizhi.platform.operations.twopersons.TwoPersonState;
import io.zizhi.qualification.model.qualification.Qualification;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Open and closed requests to restrict qualifications. */
@ApplicationScoped
public class RestrictionRequestRepository extends TwoPersonRepository<RestrictionRequest> {

    private static final String COLUMNS = """
            id, qualification_id, account_id, act, reason, encode(notes, 'base64') as sealed_notes, restriction,
            in_force_revision, requested_by, requested_at, state, closed_by, closed_at
            """;

    private static final String REQUEST = """
            insert into restriction_request(id, qualification_id, account_id, act, reason, notes, restriction,
                                            in_force_revision, requested_by, requested_at, state)
            values (:id, :qualificationId, :accountId, :act, :reason, decode(cast(:notes as text), 'base64'),
                    :restriction, :inForceRevision, :requestedBy, clock_timestamp(), 'REQUESTED')
            on conflict do nothing returning id
            """;

    public Uni<Long> nextId() {
        return new NativeQuery("select nextval('restriction_request_id')").single(Long.class);
    }

    /** Stores a request; fails with 409 if the qualification already has an open one. */
    public Uni<RestrictionRequest> request(
            long id, Qualification qualification, RequestedRestriction asked, String sealedNotes, String requestedBy) {
        return request(
                new NativeQuery(REQUEST)
                        .with("id", id)
                        .with("qualificationId", qualification.id())
                        .with("accountId", qualification.accountId())
                        .with("act", asked.act().name())
                        .with("reason", asked.reason().name())
                        .with("notes", sealedNotes)
                        .with("restriction", qualification.restriction().name())
                        .with("inForceRevision", qualification.inForceRevision().orElseThrow())
                        .with("requestedBy", requestedBy),
                RestrictionRequestRepository::open);
    }

    /** Returns the request; fails with 404 if it does not exist. */
    public Uni<RestrictionRequest> find(long id) {
        return select().where("id = :id", "id", id)
                .first()
                .map(found -> found.map(this::read).orElseThrow(this::notFound));
    }

    public Uni<Optional<RestrictionRequest>> openOf(long qualificationId) {
        return select().where("qualification_id = :qualification", "qualification", qualificationId)
                .where("state = 'REQUESTED'")
                .first()
                .map(found -> found.map(this::read));
    }

    /** Returns the request carried out last; for a restricted qualification, the one behind its restriction. */
    public Uni<Optional<RestrictionRequest>> lastCarriedOut(long qualificationId) {
        return select().where("qualification_id = :qualification", "qualification", qualificationId)
                .where("state = 'CARRIED_OUT'")
                .then("order by id desc limit 1")
                .first()
                .map(found -> found.map(this::read));
    }

    /** Like {@link #page(TwoPersonState, PageRequest)}, without requests about the supervisor's own account. */
    public Uni<Page<RestrictionRequest>> page(Caller supervisor, @Nullable TwoPersonState state, PageRequest page) {
        return page(
                state, page, query -> query.where("account_id <> :ownAccount", "ownAccount", supervisor.accountId()));
    }

    @Override
    protected String table() {
        return "restriction_request";
    }

    @Override
    protected String columns() {
        return COLUMNS;
    }

    @Override
    protected RestrictionRequest read(Row row) {
        return RestrictionRequest.from(row);
    }

    @Override
    protected ProblemException notFound() {
        return Problems.notFound("RESTRICTION_REQUEST_NOT_FOUND", "There is no such request.");
    }

    @Override
    protected ProblemException closed() {
        return Problems.conflict("RESTRICTION_REQUEST_CLOSED", "This request was already confirmed or cancelled.");
    }

    /** Creates the 409 for a qualification with another open request. */
    public static ProblemException open() {
        return Problems.conflict(
                "RESTRICTION_REQUEST_OPEN", "This qualification has an open request: confirm or cancel it first.");
    }
}
