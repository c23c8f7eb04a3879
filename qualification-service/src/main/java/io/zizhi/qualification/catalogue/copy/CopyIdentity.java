package io.zizhi.qualification.catalogue.copy;

import io.smallrye.mutiny.Uni;
import io.zizhi.qualification.account.AccountIdentity;
import io.zizhi.qualification.account.AccountIdentityRepository;
import io.zizhi.qualification.account.AccountPerson;
import io.zizhi.qualification.account.IdentityView;
import io.zizhi.qualification.account.PersonSeal;
import io.zizhi.qualification.account.VerifiedIdentity;
import io.zizhi.qualification.catalogue.copy.AccountCopyView.CopiedItem;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Copies the verified identity of an account, with the name and id number of a person. */
@Singleton
class CopyIdentity {

    private final AccountIdentityRepository identities;
    private final PersonSeal seal;
    private final CopyForms forms;

    CopyIdentity(AccountIdentityRepository identities, PersonSeal seal, CopyForms forms) {
        this.identities = identities;
        this.seal = seal;
        this.forms = forms;
    }

    /** Returns one item; none if the account was never verified. */
    Uni<List<CopiedItem>> of(String accountId) {
        return identities
                .of(accountId)
                .chain(found -> found.isPresent() && found.get().verified().isPresent()
                        ? item(found.get(), found.get().verified().get())
                        : Uni.createFrom().item(List.of()));
    }

    private Uni<List<CopiedItem>> item(AccountIdentity account, VerifiedIdentity identity) {
        return seal.open(account).map(person -> {
            Map<String, Object> data = new LinkedHashMap<>(forms.fields(IdentityView.from(identity)));
            person.ifPresent(known -> data.put("person", fields(known)));
            return List.of(new CopiedItem(CopiedPart.ACCOUNT, data));
        });
    }

    private static Map<String, String> fields(AccountPerson person) {
        return Map.of(
                "name", person.name().reveal(), "idNumber", person.idNumber().reveal());
    }
}
