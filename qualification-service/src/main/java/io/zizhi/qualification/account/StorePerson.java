package io.zizhi.qualification.account;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Stores the person of an account, encrypted, after the account got the hashes of the person. */
@ApplicationScoped
public class StorePerson {

    private final PersonSeal seal;

    StorePerson(PersonSeal seal) {
        this.seal = seal;
    }

    /** Runs in the caller's transaction. Without a person, the recorded one stays. */
    public Uni<Void> handle(AccountIdentity account, Optional<AccountPerson> person) {
        return person.map(known -> seal.close(account.accountId(), known)
                        .invoke(account::store)
                        .replaceWithVoid())
                .orElseGet(() -> Uni.createFrom().voidItem());
    }
}
