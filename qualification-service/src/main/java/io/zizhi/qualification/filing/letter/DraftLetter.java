package io.zizhi.qualification.filing.letter;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.qualification.form.LetterForm;
import io.zizhi.qualification.model.letter.LetterView;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Creates a draft letter, which may be incomplete. */
@ApplicationScoped
public class DraftLetter {

    private final NewLetters newLetters;

    DraftLetter(NewLetters newLetters) {
        this.newLetters = newLetters;
    }

    @WithTransaction
    public Uni<LetterView> handle(Caller caller, LetterForm form) {
        return newLetters.open(caller, form, null, Map.of());
    }
}
