package io.zizhi.qualification.authentication;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** An applicant asks how far an authentication is; while it is open, the provider is asked in turn. */
@ApplicationScoped
public class PollAuthentication {

    private final ReadAuthentication read;
    private final ChosenAuthentication chosen;
    private final TakeProgress take;

    @Inject
    PollAuthentication(ReadAuthentication read, ChosenAuthentication chosen, TakeProgress take) {
        this.read = read;
        this.chosen = chosen;
        this.take = take;
    }

    public Uni<AuthenticationView> handle(Caller caller, String id) {
        return read.handle(caller.requireAccount(), id)
                .chain(found -> found.status().isOpen()
                        ? ask(found).chain(progress -> take.handle(caller, id, progress))
                        : take.handle(caller, id, Progress.PENDING));
    }

    /** One that another provider opened, before the operator chose this one, stays as it is and runs out. */
    private Uni<Progress> ask(Authentication open) {
        CompanyAuthentication provider = chosen.provider();
        return provider.name().equals(open.provider())
                ? provider.progress(open.reference())
                : Uni.createFrom().item(Progress.PENDING);
    }
}
