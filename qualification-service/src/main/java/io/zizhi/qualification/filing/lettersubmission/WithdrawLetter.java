package io.zizhi.qualification.filing.lettersubmission;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.AuthorizationLetterWithdrawn;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.messaging.outbox.Outbox;
import io.zizhi.qualification.form.Period;
import io.zizhi.qualification.model.letter.LetterRecord;
import io.zizhi.qualification.model.letter.LetterStatus;
import io.zizhi.qualification.model.letter.LetterSubmission;
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
 * Withdraws a letter that is reviewed alone. A letter reviewed with a qualification is withdrawn with it.
 *
 * @see AuthorizationLetterWithdrawn
 */
@ApplicationScoped
public class WithdrawLetter {

    private final OpenLetter open;
    private final Outbox outbox;
    private final LetterRecord record;
    private final Clock clock;

    WithdrawLetter(OpenLetter open, Outbox outbox, LetterRecord record, Clock clock) {
        this.open = open;
        this.outbox = outbox;
        this.record = record;
        this.clock = clock;
    }

    @WithTransaction
    public Uni<LetterView> handle(Caller caller, long id, long version) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.now(clock.withZone(Period.ZONE));
        return open.lock(caller.requireAccount(), id)
                .invoke(opened -> withdraw(opened, version, now))
                .call(opened -> outbox.append(event(opened, now)))
                .call(opened -> record.record(caller, Act.WITHDRAWN, opened.letter(), now, Map.of()))
                .map(opened -> LetterView.from(opened, today));
    }

    private static void withdraw(OpenedLetter opened, long version, Instant now) {
        opened.letter().requireVersion(version);
        boolean travels = opened.letter().status() == LetterStatus.IN_REVIEW
                && opened.current().flatMap(LetterSubmission::qualificationId).isPresent();
        if (travels) {
            throw Problems.conflict(
                    "LETTER_TRAVELS",
                    "The letter is reviewed together with a qualification: withdraw the qualification.");
        }
        opened.letter().withdraw(now);
    }

    private static AuthorizationLetterWithdrawn event(OpenedLetter opened, Instant now) {
        return new AuthorizationLetterWithdrawn(
                opened.letter().id(),
                opened.letter().currentOrder().orElseThrow(),
                opened.letter().accountId(),
                null,
                now);
    }
}
