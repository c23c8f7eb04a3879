package io.zizhi.qualification.filing.letter;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.qualification.filing.letterevaluation.FollowLetter;
import io.zizhi.qualification.form.LetterForm;
import io.zizhi.qualification.form.Period;
import io.zizhi.qualification.model.letter.LetterRecord;
import io.zizhi.qualification.model.letter.LetterRepository;
import io.zizhi.qualification.model.letter.LetterSeal;
import io.zizhi.qualification.model.letter.LetterView;
import io.zizhi.qualification.model.letter.OpenLetter;
import io.zizhi.qualification.model.letter.OpenedLetter;
import io.zizhi.qualification.model.timeline.Act;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/**
 * Replaces the form of a letter. A letter in review must be withdrawn first; an approved one must be renewed instead.
 */
@ApplicationScoped
public class EditLetter {

    private final OpenLetter open;
    private final LetterRepository letters;
    private final LetterSeal seal;
    private final FollowLetter follow;
    private final LetterRecord record;
    private final Clock clock;

    EditLetter(
            OpenLetter open,
            LetterRepository letters,
            LetterSeal seal,
            FollowLetter follow,
            LetterRecord record,
            Clock clock) {
        this.open = open;
        this.letters = letters;
        this.seal = seal;
        this.follow = follow;
        this.record = record;
        this.clock = clock;
    }

    @WithTransaction
    public Uni<LetterView> handle(Caller caller, long id, long version, LetterForm form) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.now(clock.withZone(Period.ZONE));
        String accountId = caller.requireAccount();
        return follow.lock(accountId, id)
                .chain(() -> open.lock(accountId, id))
                .invoke(opened -> edit(opened, version, form, now))
                .call(letters::flushNamed)
                .call(() -> follow.handle(accountId, id))
                .call(opened -> record.record(
                        caller,
                        Act.EDITED,
                        opened.letter(),
                        now,
                        Map.of("fields", LetterDifference.between(opened.form(), form))))
                .chain(opened -> open.open(opened.letter()))
                .map(edited -> LetterView.from(edited, today));
    }

    private void edit(OpenedLetter opened, long version, LetterForm form, Instant now) {
        opened.letter().requireVersion(version).edited(now);
        seal.fill(opened.letter(), form, opened.cipher());
    }
}
