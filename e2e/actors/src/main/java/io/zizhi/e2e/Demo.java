package io.zizhi.e2e;

import io.zizhi.local.demo.DemoAccounts;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * {@code ./zizhi demo}: takes four qualifications through the running suite, over its HTTP interfaces only. One is
 * approved, one needs a supplement and is then approved, one is withdrawn, and one stays at the desk. A signature is
 * bound to the first one and filed with the carriers. The exit code is 0 only if every step succeeded.
 * {@code --production-like} adds logins in a browser and a webhook.
 */
public final class Demo {

    private static final String PRODUCTION_LIKE = "--production-like";

    private final Addresses addresses;
    private final RandomGenerator random;
    private final PrintStream out;

    public Demo(Addresses addresses, RandomGenerator random, PrintStream out) {
        this.addresses = addresses;
        this.random = random;
        this.out = out;
    }

    public static void main(String[] arguments) {
        try {
            Addresses addresses = Addresses.from(System.getenv());
            new Demo(addresses, new SecureRandom(), System.out).run();
            if (List.of(arguments).contains(PRODUCTION_LIKE)) {
                new LoginStory(addresses, System.out).run();
                new WebhookStory(addresses, port("ZIZHI_PORT_WEBHOOKS"), System.out).run();
                System.out.println();
                System.out.println("All further steps succeeded.");
            }
        } catch (AssertionError | RuntimeException failure) {
            System.err.println("The demo stopped: " + failure.getMessage());
            System.exit(1);
        }
    }

    private static int port(String variable) {
        return Integer.parseInt(System.getenv().getOrDefault(variable, "0"));
    }

    /** Runs the demo; throws if a step did not have the expected result. */
    public void run() {
        long start = System.nanoTime();
        Operator operator = new Operator(addresses);
        Reviewer first = new Reviewer(addresses, "reviewer-a");
        Reviewer second = new Reviewer(addresses, "reviewer-b");
        Supervisor supervisor = new Supervisor(addresses);
        Applicant company = new Applicant(addresses, "applicant-a", DemoAccounts.COMPANY_A);
        Applicant institution = new Applicant(addresses, "institution", DemoAccounts.INSTITUTION);
        Applicant otherCompany = new Applicant(addresses, "applicant-b", DemoAccounts.COMPANY_B);

        new RecognitionStory(company, out).run();

        Story approved = new Story("1 of 4: a company, approved", company, first, supervisor, operator, random, out);
        approved.draft(name("星河短信"), "COMPANY");
        approved.submit();
        approved.claim();
        approved.approve();

        Story supplemented = new Story(
                "2 of 4: a public institution, approved after a supplement",
                institution,
                second,
                supervisor,
                operator,
                random,
                out);
        supplemented.draft(name("公共服务通知"), "PUBLIC_INSTITUTION");
        supplemented.submit();
        supplemented.claim();
        supplemented.requestSupplement();
        supplemented.supplementAndResubmit();
        supplemented.claim();
        supplemented.approve();

        Story withdrawn =
                new Story("3 of 4: a company, withdrawn", otherCompany, first, supervisor, operator, random, out);
        withdrawn.draft(name("远山商贸"), "COMPANY");
        withdrawn.submit();
        withdrawn.withdraw();

        Story waiting =
                new Story("4 of 4: a company, left at the desk", company, first, supervisor, operator, random, out);
        waiting.draft(name("星河营销"), "COMPANY");
        waiting.submit();

        new CarrierFilingStory(addresses, company, DemoAccounts.COMPANY_A, out).run(approved.id(), name("星河"));

        approved.printTimeline("DRAFTED", "SUBMITTED", "REVIEW_OPENED", "REVIEW_CLAIMED", "APPROVED");
        supplemented.printTimeline(
                "DRAFTED",
                "SUBMITTED",
                "REVIEW_OPENED",
                "REVIEW_CLAIMED",
                "SUPPLEMENT_REQUESTED",
                "EDITED",
                "SUBMITTED",
                "REVIEW_OPENED",
                "REVIEW_CLAIMED",
                "APPROVED");
        withdrawn.printTimeline("DRAFTED", "SUBMITTED", "REVIEW_OPENED", "WITHDRAWN");
        out.println();
        out.printf(
                Locale.ROOT,
                "All steps succeeded: 2 approved, 1 withdrawn, 1 left at the desk, in %.1f s.%n",
                Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0);
    }

    /** Returns the name with a number of this run, because names are unique within an account. */
    private String name(String words) {
        return words + String.format(Locale.ROOT, "%06d", random.nextInt(1_000_000));
    }
}
