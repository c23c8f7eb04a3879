package io.zizhi.qualification.authentication.retention;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.inbox.AccountErasure;
import io.zizhi.qualification.authentication.AuthenticationRepository;
import jakarta.enterprise.context.ApplicationScoped;

/** Forgets who proved themselves to an erased account. */
@ApplicationScoped
public class EraseAuthentications implements AccountErasure {

    private final AuthenticationRepository authentications;

    EraseAuthentications(AuthenticationRepository authentications) {
        this.authentications = authentications;
    }

    @Override
    public Uni<Void> erase(String accountId) {
        return authentications.erase(accountId).replaceWithVoid();
    }
}
