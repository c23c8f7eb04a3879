package io.zizhi.qualification.account;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
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
    private final PersonHash hash;

    FindPersonAccounts(AccountIdentityRepository identities, PersonHash hash) {
        this.identities = identities;
        this.hash = hash;
    }

    /** Returns at most 100 account ids, without {@code accountId}. */
    @WithSession
    public Uni<List<String>> handle(String accountId, QualificationForm form) {
        Stream<String> named = form.persons().stream()
                .map(person ->
                        Optional.ofNullable(person.idNumber()).map(number -> VerifiedPerson.ofIdNumber(number, hash)))
                .flatMap(Optional::stream);
        return identities.ofPersons(named.distinct().toList(), accountId);
    }
}
