package io.zizhi.qualification.filing.letterpaper;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.qualification.form.LetterForm;
import io.zizhi.qualification.model.letter.OpenLetter;
import io.zizhi.qualification.model.letter.OpenedLetter;
import jakarta.enterprise.context.ApplicationScoped;

/** Loads the form of a letter before it is printed. */
@ApplicationScoped
class ReadLetterForm {

    private final OpenLetter open;

    ReadLetterForm(OpenLetter open) {
        this.open = open;
    }

    @WithTransaction
    Uni<LetterForm> handle(Caller caller, long id) {
        return open.find(caller.requireAccount(), id).map(OpenedLetter::form);
    }
}
