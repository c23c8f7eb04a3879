package io.zizhi.faults.driver;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zizhi.e2e.Form;
import io.zizhi.e2e.InventedPerson;
import io.zizhi.faults.driver.calls.LetterCalls;
import io.zizhi.faults.driver.history.Reply;
import io.zizhi.local.demo.DemoAccount;
import io.zizhi.local.demo.DemoAccounts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The authorization letters of an agency, a few at a time. Most are submitted for separate review; some are drafted for
 * a qualification that carries them. Repeats an unanswered request with the same key.
 */
final class LetterWork {

    private static final int AT_A_TIME = 2;
    private static final LocalDate USUAL_LAST_DAY = LocalDate.of(2028, 12, 31);

    /** A company, and a public institution whose letters need two reviewers. */
    private static final List<DemoAccount> AUTHORISERS = List.of(DemoAccounts.COMPANY_A, DemoAccounts.INSTITUTION);

    private final String worker;
    private final DemoAccount account;
    private final LetterCalls calls;
    private final Materials materials;
    private final Canaries canaries;
    private final Desk desk;
    private final LastDays lastDays;
    private final Habits habits;
    private final List<Long> letters = new ArrayList<>();
    private final Map<Long, Filing.Attempt> unanswered = new HashMap<>();
    private final int most;
    private int written;

    /** @param most maximum number of letters */
    LetterWork(
            String worker,
            DemoAccount account,
            LetterCalls calls,
            Materials materials,
            Canaries canaries,
            Desk desk,
            LastDays lastDays,
            int most,
            Habits habits) {
        this.worker = worker;
        this.account = account;
        this.calls = calls;
        this.materials = materials;
        this.canaries = canaries;
        this.desk = desk;
        this.lastDays = lastDays;
        this.most = most;
        this.habits = habits;
    }

    /** Drafts another letter, or continues with an existing one. */
    void step() {
        if (letters.size() < AT_A_TIME && written < most) {
            write();
        } else if (!letters.isEmpty()) {
            goOn(habits.any(letters));
        }
    }

    private void write() {
        DemoAccount authoriser = habits.any(AUTHORISERS);
        draft(authoriser).ifPresent(drafted -> {
            long id = drafted.number("id");
            if (habits.chance(10)) {
                delete(id, drafted.number("version"));
            } else {
                letters.add(id);
                submit(id, Filing.Attempt.first(drafted.number("version"), habits.random()));
            }
        });
    }

    /** Returns the response to the draft of a letter, if one came. */
    Optional<Reply> draft(DemoAccount authoriser) {
        Optional<String> picture = materials.upload("AUTHORIZATION_LETTER");
        if (picture.isEmpty()) {
            return Optional.empty();
        }
        String name = "演练授权" + worker.replace("-", "") + "第" + ++written;
        ObjectNode form = Form.letter(
                name,
                authoriser,
                account,
                lastDays.draw(habits.random(), USUAL_LAST_DAY, written),
                picture.get(),
                "星河示例");
        Optional<Reply> drafted =
                Optional.of(habits.untilAnswered(() -> calls.draft(form))).filter(Reply::isOk);
        InventedPerson named = canaries.person(habits.random());
        drafted.ifPresent(reply -> desk.register(reply.number("id"), picture.get(), named));
        return drafted;
    }

    private void submit(long id, Filing.Attempt attempt) {
        unanswered.put(id, attempt);
        Reply reply = habits.untilAnswered(() -> calls.submit(id, attempt.version(), attempt.key()));
        if (!reply.isIndefinite()) {
            unanswered.remove(id);
        }
    }

    private void goOn(long id) {
        Filing.Attempt open = unanswered.get(id);
        if (open != null) {
            submit(id, open);
            return;
        }
        Reply now = calls.read(id);
        if (!now.isOk()) {
            return;
        }
        long version = now.number("version");
        switch (now.text("status")) {
            case "IN_REVIEW" -> {
                if (habits.chance(8)) {
                    long workOrder = now.number("workOrder");
                    habits.untilAnswered(() -> calls.withdraw(id, version, workOrder));
                }
            }
            case "SUPPLEMENT_REQUIRED", "REJECTED", "WITHDRAWN" -> submitAgainOrPart(id, version);
            default -> part(id, version);
        }
    }

    private void submitAgainOrPart(long id, long version) {
        if (habits.chance(60)) {
            submit(id, Filing.Attempt.first(version, habits.random()));
        } else {
            part(id, version);
        }
    }

    /** Deletes or keeps the letter, at random. */
    private void part(long id, long version) {
        letters.remove(id);
        if (habits.chance(40)) {
            delete(id, version);
        }
    }

    private void delete(long id, long version) {
        habits.untilAnswered(() -> calls.delete(id, version));
    }
}
