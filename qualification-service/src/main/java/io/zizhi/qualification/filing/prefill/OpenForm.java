package io.zizhi.qualification.filing.prefill;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.model.qualification.Dossier;
import io.zizhi.qualification.model.qualification.DossierRepository;
import jakarta.enterprise.context.ApplicationScoped;

/** Reads a form before document-service is asked about its pictures. */
@ApplicationScoped
class OpenForm {

    private final DossierRepository dossiers;

    OpenForm(DossierRepository dossiers) {
        this.dossiers = dossiers;
    }

    /** Fails with 404 if the account has no such qualification. */
    @WithSession
    Uni<QualificationForm> of(String accountId, long id) {
        return dossiers.find(accountId, id).map(Dossier::form);
    }
}
