package io.zizhi.qualification.companyauth.retention;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.messaging.inbox.AccountErasure;
import io.zizhi.qualification.companyauth.AuthenticationRepository;
import jakarta.enterprise.context.ApplicationScoped;

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
