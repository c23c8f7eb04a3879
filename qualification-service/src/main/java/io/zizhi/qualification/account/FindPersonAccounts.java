package io.zizhi.qualification.account;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.privacy.encryption.BlindHash;
import io.zizhi.qualification.form.QualificationForm;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the other accounts of the persons of a submission: those verified as its administrator, its legal
 * representative or the person who submits it. Persons are compared by the keyed hash of their id number.
 */
@ApplicationScoped
public class FindPersonAccounts {

    private final AccountIdentityRepository identities;
    private final PersonSeal seal;
    private final PersonHash hash;

    FindPersonAccounts(AccountIdentityRepository identities, PersonSeal seal, PersonHash hash) {
        this.identities = identities;
        this.seal = seal;
        this.hash = hash;
    }

    /** Returns at most 100 account ids, without {@code accountId}. */
    @WithSession
    public Uni<List<String>> handle(String accountId, QualificationForm form) {
        Stream<BlindHash> named = form.persons().stream()
                .map(person ->
                        Optional.ofNullable(person.idNumber()).map(number -> VerifiedPerson.ofIdNumber(number, hash)))
                .flatMap(Optional::stream);
        return own(accountId)
                .chain(own -> identities.ofPersons(
                        Stream.concat(named, own.stream())
                                .flatMap(person -> person.all().stream())
                                .distinct()
                                .toList(),
                        accountId));
    }

    /** Returns the hash of the account's person. The stored one alone may come from another key than those of others. */
    private Uni<Optional<BlindHash>> own(String accountId) {
        return identities
                .of(accountId)
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.<BlindHash>empty())
                        : seal.open(found.get())
                                .map(person -> person.map(known -> known.verified(hash))
                                        .or(() -> found.get().verified().map(VerifiedIdentity::person))
                                        .map(VerifiedPerson::idNumber)));
    }
}
