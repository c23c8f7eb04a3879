package io.zizhi.qualification.account;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.privacy.encryption.AccountCiphers;
import io.zizhi.platform.privacy.encryption.FieldAddress;
import io.zizhi.platform.privacy.encryption.jobs.EncryptedTable;
import io.zizhi.platform.privacy.personal.IdNumber;
import io.zizhi.platform.privacy.personal.PersonName;
import io.zizhi.qualification.form.StoredJson;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Encrypts the persons of accounts. */
@Singleton
public class PersonSeal {

    private static final String COLUMN = "person";
    private static final String NAME_INDEX = "person_name_index";
    private static final String ID_NUMBER_INDEX = "person_id_number_index";

    /** The form in which a person is encrypted. */
    private record Stored(String name, String idNumber) {}

    private final AccountCiphers ciphers;
    private final StoredJson json;

    PersonSeal(AccountCiphers ciphers, StoredJson json) {
        this.ciphers = ciphers;
        this.json = json;
    }

    /** Encrypts the person of an account. */
    Uni<byte[]> close(String accountId, AccountPerson person) {
        return close(accountId, person, identity(accountId));
    }

    /** Encrypts the person that an identity change names. */
    public Uni<byte[]> close(String accountId, long change, AccountPerson person) {
        return close(accountId, person, change(change));
    }

    private Uni<byte[]> close(String accountId, AccountPerson person, FieldAddress address) {
        String text =
                json.write(new Stored(person.name().reveal(), person.idNumber().reveal()));
        return ciphers.forAccount(accountId).map(cipher -> cipher.encrypt(text, address));
    }

    /** Returns the person of an account; empty if none is stored or the account was erased. */
    public Uni<Optional<AccountPerson>> open(AccountIdentity account) {
        return open(account.accountId(), account.encryptedPerson(), identity(account.accountId()));
    }

    /** Returns the person that an identity change names; empty if none is stored or the account was erased. */
    public Uni<Optional<AccountPerson>> open(String accountId, long change, byte @Nullable [] encrypted) {
        return open(accountId, encrypted, change(change));
    }

    private Uni<Optional<AccountPerson>> open(String accountId, byte @Nullable [] encrypted, FieldAddress address) {
        return encrypted == null
                ? Uni.createFrom().item(Optional.empty())
                : ciphers.forAccount(accountId)
                        .map(cipher -> cipher.isDestroyed()
                                ? Optional.empty()
                                : Optional.of(read(cipher.decrypt(encrypted, address), json)));
    }

    private static AccountPerson read(String text, StoredJson json) {
        Stored stored = json.read(text, Stored.class);
        return new AccountPerson(PersonName.of(stored.name()), IdNumber.of(stored.idNumber()));
    }

    private static FieldAddress identity(String accountId) {
        return new FieldAddress("account_identity", COLUMN, accountId);
    }

    private static FieldAddress change(long id) {
        return new FieldAddress("account_identity_change", COLUMN, Long.toString(id));
    }

    @Produces
    @Singleton
    static EncryptedTable identities(StoredJson json, PersonHash hash) {
        return hashed(EncryptedTable.of("account_identity", "account_id", "text", COLUMN), json, hash, "true");
    }

    /** Closed changes keep hashes that nobody searches for. */
    @Produces
    @Singleton
    static EncryptedTable changes(StoredJson json, PersonHash hash) {
        EncryptedTable table = EncryptedTable.of("account_identity_change", "id", "bigint", COLUMN);
        return hashed(table, json, hash, "t.state = 'REQUESTED'");
    }

    private static EncryptedTable hashed(EncryptedTable table, StoredJson json, PersonHash hash, String needed) {
        return table.hashed(
                COLUMN,
                List.of(NAME_INDEX, ID_NUMBER_INDEX),
                plain -> {
                    VerifiedPerson person = read(plain, json).verified(hash);
                    return Map.of(NAME_INDEX, person.name(), ID_NUMBER_INDEX, person.idNumber());
                },
                needed);
    }
}
