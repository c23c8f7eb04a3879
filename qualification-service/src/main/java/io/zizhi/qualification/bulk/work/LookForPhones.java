package io.zizhi.qualification.bulk.work;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.ProblemException;
import io.zizhi.platform.privacy.personal.Phone;
import io.zizhi.qualification.bulk.UseVerification;
import io.zizhi.qualification.bulk.model.RowSeal;
import io.zizhi.qualification.bulk.model.RowState;
import io.zizhi.qualification.form.Administrator;
import io.zizhi.qualification.peer.notification.Phones;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds phone verifications that the account has obtained meanwhile, and lets the waiting rows continue. */
@ApplicationScoped
class LookForPhones {

    private final ClaimAwaiting claim;
    private final Phones phones;
    private final UseVerification use;
    private final MoveRow move;
    private final RowSeal seal;
    private final RowAdvice advice;

    LookForPhones(
            ClaimAwaiting claim, Phones phones, UseVerification use, MoveRow move, RowSeal seal, RowAdvice advice) {
        this.claim = claim;
        this.phones = phones;
        this.use = use;
        this.move = move;
        this.seal = seal;
        this.advice = advice;
    }

    /** Returns true if there were waiting rows, in which case there may be more. */
    Uni<Boolean> handle() {
        return claim.handle()
                .chain(rows -> rows.isEmpty()
                        ? Uni.createFrom().item(false)
                        : lookFor(rows).replaceWith(true));
    }

    private Uni<Void> lookFor(List<ClaimedRow> rows) {
        String accountId = rows.getFirst().applicant().requireAccount();
        return phones.find(accountId, rows.stream().map(LookForPhones::phoneOf).toList())
                .chain(verified -> Multi.createFrom()
                        .iterable(verified.entrySet())
                        .onItem()
                        .transformToUniAndConcatenate(found -> goOn(rows, found))
                        .collect()
                        .asList()
                        .replaceWithVoid());
    }

    private Uni<Void> goOn(List<ClaimedRow> rows, Map.Entry<Integer, String> found) {
        ClaimedRow row = rows.get(found.getKey());
        return use.handle(row.applicant(), row.row().id(), found.getValue())
                .replaceWithVoid()
                .onFailure(ProblemException.class)
                .recoverWithUni(refusal -> move.handle(
                        row,
                        now -> now.state() == RowState.AWAITING_PHONE,
                        (now, at) -> now.failed(
                                seal.sealed(RowVerdict.of(refusal, advice).findings()), at)));
    }

    private static Phone phoneOf(ClaimedRow row) {
        return Optional.ofNullable(row.form().administrator())
                .map(Administrator::phone)
                .orElseGet(() -> Phone.of(""));
    }
}
