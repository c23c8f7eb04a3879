package io.zizhi.faults.driver;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zizhi.e2e.Form;
import io.zizhi.e2e.InventedPerson;
import io.zizhi.faults.driver.calls.ApplicantCalls;
import io.zizhi.faults.driver.history.Reply;
import io.zizhi.local.demo.DemoAccount;
import io.zizhi.local.demo.DemoAccounts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An applicant who files a few qualifications at a time. An agency also files for a customer, and has letters and
 * sheets. The applicant gives up after a rejection, repeats an unanswered request with the same key, and ignores
 * failures of the suite.
 */
final class ApplicantWork implements Runnable {

    private static final int AT_A_TIME = 4;

    /** The company for which an agency files. */
    private static final DemoAccount CUSTOMER = DemoAccounts.COMPANY_A;

    private static final int THIRD_PARTY_PERCENT = 25;
    private static final LocalDate LONG_TERM = LocalDate.of(2099, 12, 31);

    /** The number of steps after which an agency works on its letters. */
    private static final int LETTER_EVERY = 5;

    /** The number of steps after which an agency works on its sheets. */
    private static final int SHEET_EVERY = 9;

    private final String worker;
    private final DemoAccount account;
    private final String ownerType;
    private final ApplicantCalls calls;
    private final Materials materials;
    private final Optional<LetterWork> letters;
    private final Optional<SheetWork> sheets;
    private final LastDays lastDays;
    private final Canaries canaries;
    private final Desk desk;
    private final Habits habits;
    private final List<Filing> filings = new ArrayList<>();
    private boolean hasFiledForCustomer;
    private int named;
    private int steps;

    /**
     * @param letters for an agency only
     * @param sheets for an agency only
     */
    ApplicantWork(
            String worker,
            DemoAccount account,
            ApplicantCalls calls,
            Materials materials,
            Optional<LetterWork> letters,
            Optional<SheetWork> sheets,
            LastDays lastDays,
            Canaries canaries,
            Desk desk,
            Habits habits) {
        this.worker = worker;
        this.account = account;
        this.ownerType = account.equals(DemoAccounts.INSTITUTION) ? "PUBLIC_INSTITUTION" : "COMPANY";
        this.calls = calls;
        this.materials = materials;
        this.letters = letters;
        this.sheets = sheets;
        this.lastDays = lastDays;
        this.canaries = canaries;
        this.desk = desk;
        this.habits = habits;
    }

    @Override
    public void run() {
        habits.repeat(this::step);
    }

    private void step() {
        steps++;
        if (sheets.isPresent() && steps % SHEET_EVERY == 0) {
            sheets.get().step();
        } else if (letters.isPresent() && steps % LETTER_EVERY == 0) {
            letters.get().step();
        } else if (filings.isEmpty() || (filings.size() < AT_A_TIME && habits.chance(50))) {
            file();
        } else {
            goOn(habits.any(filings));
        }
    }

    /** Performs the steps from the phone code to the submission. */
    private void file() {
        InventedPerson person = canaries.person(habits.random());
        Optional<String> verification = materials.verifiedPhone(person.phone());
        if (verification.isEmpty()) {
            return;
        }
        Optional<Form.Documents> documents = materials.documents(ownerType);
        if (documents.isEmpty()) {
            return;
        }
        String name = "故障演练" + worker.replace("-", "") + "第" + ++named;
        ObjectNode form = Form.filledIn(account, name, ownerType, person, verification.get(), documents.get());
        Form.certificateUntil(form, lastDays.draw(habits.random(), LONG_TERM, named));
        // always in the first filing, so that the shortest campaign has a letter that a qualification carries
        if (letters.isPresent() && (habits.chance(THIRD_PARTY_PERCENT) || !hasFiledForCustomer)) {
            Optional<Reply> letter = letters.get().draft(CUSTOMER);
            if (letter.isEmpty()) {
                return;
            }
            Form.forThirdParty(form, CUSTOMER, letter.get().number("id"));
            hasFiledForCustomer = true;
        }
        Reply drafted = habits.untilAnswered(() -> calls.draft(form));
        if (!drafted.isOk()) {
            return;
        }
        Filing filing = new Filing(drafted.number("id"), person, form);
        if (habits.chance(5)) {
            delete(filing, drafted.number("version"));
            return;
        }
        filings.add(filing);
        desk.register(filing.id(), documents.get().emblem(), person);
        submit(filing, drafted.number("version"));
    }

    private void submit(Filing filing, long version) {
        submit(filing, Filing.Attempt.first(version, habits.random()));
    }

    private void submit(Filing filing, Filing.Attempt attempt) {
        filing.attempt(attempt);
        Reply reply = habits.untilAnswered(() -> calls.submit(filing.id(), attempt.version(), attempt.key()));
        if (reply.isIndefinite()) {
            return;
        }
        filing.answered();
        if (reply.isOk() && habits.chance(10)) {
            calls.submit(filing.id(), attempt.version(), attempt.key());
        }
    }

    private void goOn(Filing filing) {
        Optional<Filing.Attempt> open = filing.openAttempt();
        if (open.isPresent()) {
            submit(filing, open.get());
            return;
        }
        Reply now = calls.read(filing.id());
        if (!now.isOk()) {
            return;
        }
        long version = now.number("version");
        switch (now.text("status")) {
            case "IN_REVIEW" -> {
                if (habits.chance(4)) {
                    long workOrder = now.number("workOrder");
                    habits.untilAnswered(() -> calls.withdraw(filing.id(), version, workOrder));
                }
            }
            case "SUPPLEMENT_REQUIRED" -> resubmit(filing, version);
            case "REJECTED", "WITHDRAWN" -> goOnOrPart(filing, version, 50);
            case "APPROVED" -> goOnOrPart(filing, version, 15);
            default -> part(filing, version);
        }
    }

    private void goOnOrPart(Filing filing, long version, int percent) {
        if (habits.chance(percent)) {
            resubmit(filing, version);
        } else if (habits.chance(30)) {
            habits.untilAnswered(() -> calls.discard(filing.id(), version));
        } else {
            part(filing, version);
        }
    }

    /** Deletes or keeps the qualification, at random. */
    private void part(Filing filing, long version) {
        filings.remove(filing);
        if (habits.chance(50)) {
            delete(filing, version);
        }
    }

    private void delete(Filing filing, long version) {
        habits.untilAnswered(() -> calls.delete(filing.id(), version));
    }

    /**
     * Resubmits with a new phone number for the administrator: every submission needs a verified phone, and a number
     * gets only one code a minute.
     */
    private void resubmit(Filing filing, long version) {
        InventedPerson administrator = filing.administrator().withPhoneOf(canaries.person(habits.random()));
        Optional<String> verification = materials.verifiedPhone(administrator.phone());
        Optional<String> proof = verification.flatMap(id -> materials.upload("MORE_MATERIAL"));
        if (proof.isEmpty()) {
            return;
        }
        ArrayNode material = (ArrayNode) filing.form().path("moreMaterial");
        material.removeAll();
        material.add(proof.get());
        ((ObjectNode) filing.form().path("administrator"))
                .put("phone", administrator.phone())
                .put("phoneVerificationId", verification.orElseThrow());
        Reply edited = habits.untilAnswered(() -> calls.edit(filing.id(), version, filing.form(), proof.get()));
        if (edited.isOk()) {
            submit(filing, edited.number("version"));
        }
    }
}
