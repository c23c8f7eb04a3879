package io.zizhi.faults.driver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zizhi.e2e.Addresses;
import io.zizhi.e2e.Api;
import io.zizhi.e2e.Login;
import io.zizhi.e2e.Operator;
import io.zizhi.e2e.Waiting;
import io.zizhi.faults.driver.calls.ApplicantCalls;
import io.zizhi.faults.driver.calls.LetterCalls;
import io.zizhi.faults.driver.calls.ReviewerCalls;
import io.zizhi.faults.driver.calls.Session;
import io.zizhi.faults.driver.calls.SheetCalls;
import io.zizhi.faults.driver.calls.SupervisorCalls;
import io.zizhi.faults.driver.history.History;
import io.zizhi.faults.suite.outside.PassedText;
import io.zizhi.faults.suite.outside.UnreliableReceiver;
import io.zizhi.local.demo.DemoAccount;
import io.zizhi.local.demo.DemoAccounts;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/**
 * Eight applicants of four accounts, three reviewers, a pair of supervisors, a signature system and a filing system,
 * each a thread with its own seed.
 */
public final class Workload implements AutoCloseable {

    private static final List<String> APPLICANTS = List.of("applicant-a", "applicant-b", "agency", "institution");
    private static final List<DemoAccount> ACCOUNTS =
            List.of(DemoAccounts.COMPANY_A, DemoAccounts.COMPANY_B, DemoAccounts.AGENCY, DemoAccounts.INSTITUTION);
    private static final List<String> WEBHOOK_EVENTS = List.of(
            "qualification.approved",
            "qualification.rejected",
            "qualification.supplement_requested",
            "qualification.expiring",
            "qualification.expired",
            "qualification.suspended",
            "qualification.reinstated",
            "qualification.revoked",
            "authorization_letter.approved",
            "authorization_letter.rejected",
            "authorization_letter.supplement_requested",
            "authorization_letter.expiring",
            "authorization_letter.expired",
            "signature.bound",
            "signature.moved",
            "signature.released");
    private static final int APPLICANTS_IN_ALL = 8;
    private static final List<String> REVIEWERS = List.of("reviewer-a", "reviewer-b", "supervisor");
    private static final Pace APPLICANT_PACE = new Pace(Duration.ofMillis(1_500));
    private static final Pace SUPERVISOR_PACE = new Pace(Duration.ofSeconds(2));

    /**
     * The same at each {@link Tempo}: these systems mostly find nothing to do, and a campaign waits until carriers have
     * answered.
     */
    private static final Pace SYSTEM_PACE = new Pace(Duration.ofSeconds(2));

    private static final Pace REVIEWER_PACE = new Pace(Duration.ofMillis(800));

    private final List<Thread> threads = new ArrayList<>();
    private final Queue<Throwable> broken = new ConcurrentLinkedQueue<>();
    private final Addresses addresses;
    private final Function<String, Optional<PassedText>> phones;
    private final Canaries canaries = new Canaries();
    private volatile boolean running = true;

    /**
     * @param filings the access of the filing system; empty for versions without carrier filings
     * @param phones returns the newest text that a gateway passed to a number; other texts are in the local inbox
     * @param escalation when a submission's clock has passed its last stage
     * @param reminders the day on which expiry reminders are due within the campaign, if any
     */
    public Workload(
            Addresses addresses,
            SystemAccess signatures,
            Optional<SystemAccess> filings,
            Function<String, Optional<PassedText>> phones,
            History history,
            long seed,
            Duration escalation,
            Tempo tempo,
            Optional<LocalDate> reminders) {
        this.addresses = addresses;
        this.phones = phones;
        Random seeds = new Random(seed);
        Pictures pictures = new Pictures();
        Desk desk = new Desk();
        LastDays lastDays = new LastDays(reminders);
        for (int number = 0; number < APPLICANTS_IN_ALL; number++) {
            String worker = "applicant-" + (number + 1);
            Habits habits = habits(seeds, tempo.of(APPLICANT_PACE));
            add(worker, applicant(worker, number % ACCOUNTS.size(), history, pictures, desk, lastDays, tempo, habits));
        }
        for (String reviewer : REVIEWERS) {
            add(
                    reviewer,
                    new ReviewerWork(
                            new ReviewerCalls(addresses, new Session(reviewer, addresses), history),
                            desk,
                            escalation,
                            InstantSource.system(),
                            habits(seeds, tempo.of(REVIEWER_PACE))));
        }
        add(
                "supervisors",
                new SupervisorWork(
                        new SupervisorCalls(addresses, new Session("supervisor", addresses), history),
                        new SupervisorCalls(addresses, new Session("supervisor-b", addresses), history),
                        desk,
                        habits(seeds, tempo.of(SUPERVISOR_PACE))));
        add(
                "signature-system",
                new SignatureWork(
                        signatures,
                        new SupervisorCalls(addresses, new Session("supervisor-b", addresses), history),
                        history,
                        habits(seeds, SYSTEM_PACE)));
        filings.ifPresent(access -> add(
                FilingSystemWork.WORKER, new FilingSystemWork(access, history, canaries, habits(seeds, SYSTEM_PACE))));
    }

    /** Returns the ids of the applicants' accounts. */
    public static List<String> accounts() {
        return ACCOUNTS.stream().map(DemoAccount::id).toList();
    }

    private Habits habits(Random seeds, Pace pace) {
        return new Habits(new Random(seeds.nextLong()), pace, () -> running);
    }

    private ApplicantWork applicant(
            String worker,
            int number,
            History history,
            Pictures pictures,
            Desk desk,
            LastDays lastDays,
            Tempo tempo,
            Habits habits) {
        DemoAccount account = ACCOUNTS.get(number);
        Session session = new Session(APPLICANTS.get(number), addresses);
        ApplicantCalls calls = new ApplicantCalls(
                worker, account.id(), addresses, session, new Session("operator", addresses), phones, history);
        Materials materials = new Materials(calls, pictures, habits);
        Optional<DemoAccount> agency = Optional.of(account).filter(DemoAccounts.AGENCY::equals);
        Optional<LetterWork> letters = agency.map(own -> new LetterWork(
                worker,
                own,
                new LetterCalls(worker, addresses, session, history),
                materials,
                canaries,
                desk,
                lastDays,
                tempo.letters(),
                habits));
        Optional<SheetWork> sheets = agency.map(own -> new SheetWork(
                worker,
                own,
                new SheetCalls(worker, own.id(), addresses, session, history),
                materials,
                canaries,
                tempo.sheets(),
                habits));
        return new ApplicantWork(worker, account, calls, materials, letters, sheets, lastDays, canaries, desk, habits);
    }

    private void add(String name, Runnable work) {
        threads.add(Thread.ofPlatform().name(name).daemon().unstarted(() -> {
            try {
                work.run();
            } catch (RuntimeException | Error failure) {
                broken.add(failure);
            }
        }));
    }

    /** Subscribes a staff member to every alert from now on. */
    public void subscribeStaff() {
        ObjectNode subscription = Api.JSON
                .createObjectNode()
                .put("name", "故障演练")
                .put("channel", "SMS")
                .put("phone", canaries.person(new Random(threads.size())).phone())
                .put("language", "ZH_CN")
                .put("windowMinutes", 1);
        subscription.putArray("kinds").add("WARNED").add("BREACHED").add("ESCALATED");
        subscription.putArray("policies");
        subscription.putArray("subjects");
        new Operator(addresses).subscribe(subscription);
    }

    /** Creates and verifies a webhook of each account for all events from now on. */
    public void subscribeAccounts(List<UnreliableReceiver> receivers) {
        for (UnreliableReceiver receiver : receivers) {
            Api applicant = Login.as(APPLICANTS.get(accounts().indexOf(receiver.account())), addresses);
            URI webhooks = URI.create(addresses.notification() + "/v1/webhooks");
            ObjectNode asked = Api.JSON
                    .createObjectNode()
                    .put("url", receiver.url().toString())
                    .put("description", "故障演练");
            asked.set("eventTypes", Api.JSON.valueToTree(WEBHOOK_EVENTS));
            JsonNode created = applicant.post(webhooks, asked).expect(201);
            receiver.expect(created.path("secret").asText());
            URI verify = URI.create(webhooks + "/" + created.path("id").asText() + "/verify");
            // the first call of a service that has just started may take longer than a webhook is given
            Waiting.until(
                    "the webhook of " + receiver.account(),
                    () -> Optional.of(applicant.post(verify, null).status()).filter(status -> status == 200));
        }
    }

    public void start() {
        threads.forEach(Thread::start);
    }

    /**
     * Lets every worker finish its step. Throws the failure of a worker, because no fault may cause a worker to fail.
     */
    public void stop() {
        close();
        if (Thread.currentThread().isInterrupted()) {
            throw new IllegalStateException("Interrupted");
        }
        if (!broken.isEmpty()) {
            throw new IllegalStateException("A worker of the campaign failed", broken.peek());
        }
    }

    /** Like {@link #stop}, but ignores failed workers; used when another failure ends the campaign. */
    @Override
    public void close() {
        running = false;
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns the invented people of this run. */
    public Canaries canaries() {
        return canaries;
    }
}
