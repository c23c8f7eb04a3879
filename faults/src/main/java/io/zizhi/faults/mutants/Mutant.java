package io.zizhi.faults.mutants;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** An intentional bug, the faults that provoke it, and the check that must detect it. */
enum Mutant {
    ACKS_1("F4", "would lose data", "qualification-service"),
    MARK_BEFORE_ACK("F2-outbox.before-publish", "I8", "review-service"),
    INBOX_OWN_TRANSACTION("F2-inbox.after-commit", "I2", "review-service"),
    TIMER_WITHOUT_LOCK("F19", "I5", "review-service"),
    ROW_BEFORE_OBJECT("F9,F2-document.after-put", "I9", "document-service"),
    POD_CLOCK("F1", "I5", "review-service"),
    RELAY_WITHOUT_EPOCH(new CatchingTest(
            "platform/tests",
            "io.zizhi.platform.messaging.outbox.RelayFailOverComponentTest",
            "holder_with_old_epoch_reads_and_marks_nothing")),
    HAND_OVER_WITHOUT_CLAIM(new CatchingTest(
            "notification-service",
            "io.zizhi.notification.sender.PausedReplicaComponentTest",
            "hands_nothing_over_after_its_claim_expired")),
    RESEND_AFTER_LOST_ANSWER(new CatchingTest(
            "notification-service",
            "io.zizhi.notification.sender.http.HttpSmsSenderTest",
            "does_not_know_the_outcome_of_a_cut_connection")),
    CONFLICT_AS_DUPLICATE(new CatchingTest(
            "platform/tests",
            "io.zizhi.platform.operations.EventConflictsComponentTest",
            "parks_aggregate_at_a_used_version_with_an_unknown_id")),
    UNCHECKED_CLOCK_START(new CatchingTest(
            "review-service",
            "io.zizhi.review.clock.ClockStartTest",
            "fires_nothing_at_once_where_the_producers_database_is_slow"));

    private final String faults;
    private final String catcher;
    private final List<String> modules;
    private final Optional<CatchingTest> test;

    Mutant(String faults, String catcher, String... modules) {
        this.faults = faults;
        this.catcher = catcher;
        this.modules = List.of(modules);
        this.test = Optional.empty();
    }

    Mutant(CatchingTest test) {
        this.faults = "";
        this.catcher = test.selector();
        this.modules = List.of(test.module());
        this.test = Optional.of(test);
    }

    /** Returns the mutants that a test must detect. */
    static List<Mutant> caughtByTests() {
        return Arrays.stream(values())
                .filter(mutant -> mutant.test().isPresent())
                .toList();
    }

    /** Returns the mutants that the campaign must detect. */
    static List<Mutant> caughtByCampaigns() {
        return Arrays.stream(values()).filter(mutant -> mutant.test().isEmpty()).toList();
    }

    /** Returns the test that must detect it; empty if the campaign must. */
    Optional<CatchingTest> test() {
        return test;
    }

    /** @throws IllegalArgumentException if there is no such mutant */
    static Mutant called(String label) {
        return Arrays.stream(values())
                .filter(mutant -> mutant.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown mutant " + label + "; the mutants are "
                        + Arrays.stream(values()).map(Mutant::label).collect(Collectors.joining(", "))));
    }

    /** Returns the name of the mutant on the command line: {@code mark-before-ack}. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Path patch(Path root) {
        return root.resolve("faults/mutants").resolve(label() + ".patch");
    }

    /** Returns the faults that provoke it, in the syntax of {@code --faults}; empty if a test must detect it. */
    String faults() {
        return faults;
    }

    /**
     * Returns the campaign's length: once, or one minute for a mutant that needs two replicas to interfere by chance.
     * Starts one replica of each service.
     */
    List<String> length() {
        return this == TIMER_WITHOUT_LOCK
                ? List.of("--replicas", "1", "--minutes", "1")
                : List.of("--replicas", "1", "--once");
    }

    /**
     * Returns the id of the invariant, or the test, that must detect it. For a mutant with which a service cannot
     * start, returns words of the error.
     */
    String catcher() {
        return catcher;
    }

    /** Returns whether the line, from the output of a failed campaign, shows that the expected check detected it. */
    boolean isCaughtIn(String line) {
        return line.startsWith("VIOLATED: " + catcher + " ") || (catcher.contains(" ") && line.contains(catcher));
    }

    /** Returns the services to build with it, or the module of its test. */
    List<String> modules() {
        return modules;
    }
}
