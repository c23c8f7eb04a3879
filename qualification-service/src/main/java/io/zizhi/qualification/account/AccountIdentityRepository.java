package io.zizhi.qualification.account;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
public class AccountIdentityRepository implements PanacheRepositoryBase<AccountIdentity, String> {

    /** Also cancels the open request, which nobody could carry out. */
    private static final String ERASE_CHANGES = """
            update account_identity_change set
                person_name_index = null, person_id_number_index = null, person = null,
                closed_by = case when state = 'REQUESTED' then 'qualification-service' else closed_by end,
                closed_at = case when state = 'REQUESTED' then clock_timestamp() else closed_at end,
                state = case when state = 'REQUESTED' then 'CANCELLED' else state end
            where id = any(array(
                select id from account_identity_change
                where account_id = :id and (person_id_number_index is not null or state = 'REQUESTED')
                order by id limit :limit for update))
            """;

    private static final String OF_PERSONS = """
            select account_id from account_identity
            where account_id <> :submitter and person_id_number_index = any(cast(:persons as text[]))
            order by account_id limit 100
            """;

    /** Returns the account's row, which may lack an identity. */
    public Uni<Optional<AccountIdentity>> of(String accountId) {
        return findById(accountId).map(Optional::ofNullable);
    }

    /** Returns the account's verified identity, or empty if it has none. */
    public Uni<Optional<VerifiedIdentity>> verified(String accountId) {
        return findById(accountId).map(AccountIdentityRepository::verifiedOf);
    }

    /** Like {@link #verified(String)}, but locks the account's row until the transaction ends. */
    public Uni<Optional<VerifiedIdentity>> verifiedLocked(String accountId) {
        return findById(accountId, LockModeType.PESSIMISTIC_WRITE).map(AccountIdentityRepository::verifiedOf);
    }

    /** Locks the account's row and creates it if it does not exist. */
    public Uni<AccountIdentity> lockOrCreate(String accountId) {
        return new NativeQuery(
                        "insert into account_identity(account_id, version) values (:id, 0) on conflict do nothing")
                .with("id", accountId)
                .execute()
                .chain(inserted -> findById(accountId, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Erases the keyed hashes of persons in the account's requests for identity changes, which stay listed. */
    Uni<Integer> eraseChanges(String accountId, int limit) {
        return new NativeQuery(ERASE_CHANGES)
                .with("id", accountId)
                .with("limit", limit)
                .execute();
    }

    /**
     * Returns at most 100 accounts other than {@code submitter} that belong to one of these persons.
     *
     * @param persons keyed hashes of id numbers
     */
    Uni<List<String>> ofPersons(List<String> persons, String submitter) {
        return new NativeQuery(OF_PERSONS)
                .with("persons", persons.toArray(String[]::new))
                .with("submitter", submitter)
                .list(String.class);
    }

    private static Optional<VerifiedIdentity> verifiedOf(@org.jspecify.annotations.Nullable AccountIdentity identity) {
        return Optional.ofNullable(identity).flatMap(AccountIdentity::verified);
    }
}
