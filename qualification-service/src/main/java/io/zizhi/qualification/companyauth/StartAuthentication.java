package io.zizhi.qualification.companyauth;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.qualification.companyauth.provider.Beginning;
import io.zizhi.qualification.companyauth.provider.ChosenAuthentication;
import io.zizhi.qualification.companyauth.provider.CompanyAuthentication;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Starts a scan authentication: opens it at the provider and returns its QR code. */
@ApplicationScoped
public class StartAuthentication {

    private static final int ID_BYTES = 16;

    private final SecureRandom random = new SecureRandom();
    private final ChosenAuthentication chosen;
    private final AllowStart allow;
    private final StoreAuthentication store;

    StartAuthentication(ChosenAuthentication chosen, AllowStart allow, StoreAuthentication store) {
        this.chosen = chosen;
        this.allow = allow;
        this.store = store;
    }

    public Uni<AuthenticationView> handle(Caller caller) {
        CompanyAuthentication provider = chosen.provider();
        Beginning beginning = new Beginning(newId(), caller.requireAccount());
        return allow.handle(beginning.accountId())
                .chain(() -> provider.begin(beginning))
                .chain(begun -> store.handle(caller, beginning, provider.name(), begun));
    }

    private String newId() {
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        return HexFormat.of().formatHex(id);
    }
}
