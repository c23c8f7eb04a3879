package io.zizhi.qualification.filing.letter;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.qualification.form.Period;
import io.zizhi.qualification.model.letter.LetterView;
import io.zizhi.qualification.model.letter.OpenLetter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;

@ApplicationScoped
public class GetLetter {

    private final OpenLetter open;
    private final Clock clock;

    GetLetter(OpenLetter open, Clock clock) {
        this.open = open;
        this.clock = clock;
    }

    @WithTransaction
    public Uni<LetterView> handle(Caller caller, long id) {
        LocalDate today = LocalDate.now(clock.withZone(Period.ZONE));
        return open.find(caller.requireAccount(), id).map(opened -> LetterView.from(opened, today));
    }
}
