package io.zizhi.qualification.filing.letter;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.qualification.filing.letterevaluation.FollowLetter;
import io.zizhi.qualification.form.LetterForm;
import io.zizhi.qualification.form.Period;
import io.zizhi.qualification.model.letter.AuthorizationLetter;
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
import java.util.List;
import java.util.Map;

/**
 * Replaces the form of a letter. A letter in review must be withdrawn first; an approved one must be renewed instead. A
 * form without a change leaves the letter and its version as they are.
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
                .invoke(opened -> opened.letter().requireVersion(version).requireEditable())
                .call(opened -> editIfChanged(caller, opened, form, now))
                .chain(opened -> open.open(opened.letter()))
                .map(edited -> LetterView.from(edited, today));
    }

    /** Leaves a letter with the same values as it is: version and timeline change only together. */
    private Uni<Void> editIfChanged(Caller caller, OpenedLetter opened, LetterForm form, Instant now) {
        List<String> changed = LetterDifference.between(opened.form(), form);
        return changed.isEmpty() ? Uni.createFrom().voidItem() : edit(caller, opened, form, changed, now);
    }

    private Uni<Void> edit(Caller caller, OpenedLetter opened, LetterForm form, List<String> changed, Instant now) {
        AuthorizationLetter letter = opened.letter();
        letter.edited(now);
        seal.fill(letter, form, opened.cipher());
        return letters.flushNamed()
                .chain(() -> follow.handle(letter.accountId(), letter.id()))
                .chain(() -> record.record(caller, Act.EDITED, letter, now, Map.of("fields", changed)));
    }
}
