package io.zizhi.qualification.account.change;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.database.Row;
import io.zizhi.platform.http.problem.ProblemException;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.operations.twopersons.TwoPersonRepository;
import io.zizhi.qualification.account.AccountIdentity;
import io.zizhi.qualification.account.VerifiedIdentity;
import io.zizhi.qualification.account.VerifiedPerson;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;

/** Open and closed requests for identity changes. */
@ApplicationScoped
class IdentityChangeRepository extends TwoPersonRepository<IdentityChange> {

    private static final String COLUMNS = """
            id, account_id, kind, company_name, credit_code, person_name_index, person_id_number_index,
            identity_version, reason, requested_by, requested_at, state, closed_by, closed_at,
            encode(person, 'hex') as person
            """;

    private static final String ASK = """
            insert into account_identity_change(account_id, kind, company_name, credit_code, person_name_index,
                                                person_id_number_index, identity_version, reason, requested_by,
                                                requested_at, state)
            values (:accountId, :kind, nullif(:companyName, ''), nullif(:creditCode, ''), nullif(:nameIndex, ''),
                    nullif(:idNumberIndex, ''), :version, :reason, :requestedBy, clock_timestamp(), 'REQUESTED')
            on conflict do nothing returning id
            """;

    /** Stores a request; fails with 409 if the account already has an open one. */
    Uni<IdentityChange> request(AccountIdentity account, VerifiedIdentity identity, String reason, String requestedBy) {
        Optional<VerifiedPerson> person = Optional.ofNullable(identity.person());
        return request(
                new NativeQuery(ASK)
                        .with("accountId", account.accountId())
                        .with("kind", identity.kind().name())
                        .with("companyName", Objects.requireNonNullElse(identity.companyName(), ""))
                        .with("creditCode", Objects.requireNonNullElse(identity.creditCode(), ""))
                        .with(
                                "nameIndex",
                                person.map(known -> known.name().stored()).orElse(""))
                        .with(
                                "idNumberIndex",
                                person.map(known -> known.idNumber().stored()).orElse(""))
                        .with("version", account.version())
                        .with("reason", reason)
                        .with("requestedBy", requestedBy),
                IdentityChangeRepository::open);
    }

    /** Stores the encrypted person of a request. */
    Uni<Integer> store(long id, byte[] person) {
        return new NativeQuery("update account_identity_change set person = decode(:person, 'hex')")
                .where("id = :id", "id", id)
                .with("person", HexFormat.of().formatHex(person))
                .execute();
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
        return Problems.conflict("IDENTITY_CHANGE_CLOSED", "This identity change was already confirmed or cancelled.");
    }

    private static ProblemException open() {
        return Problems.conflict(
                "IDENTITY_CHANGE_OPEN", "This account has an open identity change: confirm or cancel it first.");
    }
}
