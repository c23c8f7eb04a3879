package io.zizhi.qualification.account.change;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.database.Row;
import io.zizhi.platform.http.problem.ProblemException;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.operations.twopersons.TwoPersonRepository;
import io.zizhi.qualification.account.AccountIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;

/** Open and closed requests for identity changes. */
@ApplicationScoped
class IdentityChangeRepository extends TwoPersonRepository<IdentityChange> {

    private static final String COLUMNS = """
            id, account_id, kind, company_name, credit_code, identity_version, reason, requested_by, requested_at, state, closed_by,
            closed_at
            """;

    private static final String ASK = """
            insert into account_identity_change(account_id, kind, company_name, credit_code, identity_version, reason,
                                                requested_by, requested_at, state)
            values (:accountId, :kind, nullif(:companyName, ''), nullif(:creditCode, ''), :version, :reason,
                    :requestedBy, clock_timestamp(), 'REQUESTED')
            on conflict do nothing returning id
            """;

    /** Stores a request; fails with 409 if the account already has an open one. */
    Uni<IdentityChange> request(AccountIdentity account, IdentityChangeRequest request, String requestedBy) {
        return request(
                new NativeQuery(ASK)
                        .with("accountId", account.accountId())
                        .with("kind", request.identity().kind().name())
                        .with(
                                "companyName",
                                Objects.requireNonNullElse(request.identity().companyName(), ""))
                        .with(
                                "creditCode",
                                Objects.requireNonNullElse(request.identity().creditCode(), ""))
                        .with("version", account.version())
                        .with("reason", request.reason())
                        .with("requestedBy", requestedBy),
                IdentityChangeRepository::open);
    }

    /** Returns the account of a request; fails with 404 if there is no such request. */
    Uni<String> accountOf(long id) {
        return new NativeQuery("select account_id from account_identity_change")
                .where("id = :id", "id", id)
                .first()
                .map(found -> found.orElseThrow(this::notFound).text("account_id"));
    }

    @Override
    protected String table() {
        return "account_identity_change";
    }

    @Override
    protected String columns() {
        return COLUMNS;
    }

    @Override
    protected IdentityChange read(Row row) {
        return IdentityChange.from(row);
    }

    @Override
    protected ProblemException notFound() {
        return Problems.notFound("IDENTITY_CHANGE_NOT_FOUND", "There is no such identity change.");
    }

    @Override
    protected ProblemException closed() {
        return Problems.conflict("IDENTITY_CHANGE_CLOSED", "This identity change was already confirmed or taken back.");
    }

    private static ProblemException open() {
        return Problems.conflict(
                "IDENTITY_CHANGE_OPEN", "This account has an open identity change: confirm it or take it back first.");
    }
}
