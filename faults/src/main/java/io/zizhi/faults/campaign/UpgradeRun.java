package io.zizhi.faults.campaign;

import io.zizhi.faults.audit.Audit;
import io.zizhi.faults.driver.SystemAccess;
import io.zizhi.faults.driver.Tempo;
import io.zizhi.faults.driver.Workload;
import io.zizhi.faults.driver.history.History;
import io.zizhi.faults.evidence.Evidence;
import io.zizhi.faults.evidence.collection.DurabilitySettings;
import io.zizhi.faults.evidence.collection.EvidenceCollector;
import io.zizhi.faults.evidence.collection.Rest;
import io.zizhi.faults.suite.DatabaseSession;
import io.zizhi.faults.suite.FaultySuite;
import io.zizhi.faults.suite.Pauses;
import io.zizhi.faults.suite.Rotation;
import io.zizhi.faults.suite.SourceTree;
import io.zizhi.local.layout.LocalFailure;
import io.zizhi.local.layout.Programs;
import io.zizhi.local.layout.ProjectFolder;
import io.zizhi.local.layout.Service;
import io.zizhi.local.server.Folders;
import io.zizhi.local.state.PrivateFiles;
import io.zizhi.local.suite.Suite;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * {@code e2e/upgrade}: starts two replicas of each service with the previous version, then upgrades the suite, rolls it
 * back and upgrades it again, all under load. No request may fail, and every invariant of the fault campaign must hold.
 *
 * <p>The migrations run once, before the first upgrade. So the previous version also works on the new schema, and this
 * version on data of the previous one.
 */
public final class UpgradeRun {

    private static final String KILL = "--kill";
    private static final String DROP_COLUMN = "--drop-column";
    private static final String BRIEF = "--brief";

    /** What a release may do only when the release before it no longer uses the column (ADR 0021). */
    private static final String CONTRACTION = "alter table bulk_filing drop column subject";

    private static final long SEED = 21;
    private static final Duration BETWEEN_STEPS = Duration.ofSeconds(5);

    /** An installation runs for long before its upgrade: replicas that have just started are slow. */
    private static final Duration WARM_UP = Duration.ofSeconds(45);

    /** The last reviews escalate after 38 s. */
    private static final Duration PATIENCE_FOR_REST = Duration.ofSeconds(90);

    private final Programs previous;
    private final Path folder;
    private final boolean graceful;
    private final boolean contracts;
    private final boolean brief;
    private final PrintStream out;
    private final long startNanos = System.nanoTime();

    private UpgradeRun(Programs previous, Path folder, Set<String> options, PrintStream out) {
        this.previous = previous;
        this.folder = folder;
        this.graceful = !options.contains(KILL);
        this.contracts = options.contains(DROP_COLUMN);
        this.brief = options.contains(BRIEF);
        this.out = out;
    }

    /**
     * Returns whether no request failed and all invariants hold.
     *
     * @param arguments the source tree of the previous version, which is built unless it is. With {@code --kill},
     *     replicas are killed instead of stopped. With {@code --drop-column}, the migration also drops a column that
     *     the previous version uses. The run must detect both. With {@code --brief}, it ends after the rollback
     * @throws IllegalArgumentException with a message for the user
     */
    static boolean passes(List<String> arguments, PrintStream out) {
        Set<String> options = new HashSet<>(arguments.subList(Math.min(1, arguments.size()), arguments.size()));
        if (arguments.isEmpty() || !Set.of(KILL, DROP_COLUMN, BRIEF).containsAll(options)) {
            throw new IllegalArgumentException(
                    "--upgrade-from needs a source tree, and at most --kill, --drop-column, --brief after it");
        }
        // the JDK's client would silently repeat GET requests whose connection was closed
        System.setProperty("jdk.httpclient.redirects.retrylimit", "1");
        System.setProperty("jdk.httpclient.disableRetryConnect", "true");
        Path tree = Path.of(arguments.getFirst());
        Programs previous = Programs.of("previous", tree);
        UpgradeRun run = new UpgradeRun(previous, ProjectFolder.state().resolve("upgrade"), options, out);
        if (!Arrays.stream(Service.values()).map(previous::jar).allMatch(Files::exists)) {
            SourceTree.at(tree).build(Service.modules());
            run.say("the previous version is built");
        }
        return run.passes();
    }

    private boolean passes() {
        purge();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> Suite.endAtOnce(folder)));
        FaultySuite suite = CampaignSuite.start(folder, previous);
        say("the previous version runs");
        UpgradeReport report;
        try (History history = new History(folder.resolve("history.jsonl"), SEED, InstantSource.system())) {
            DurabilitySettings.require(suite.suite());
            report = run(suite, history);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            suite.close();
        }
        out.println(report.summary());
        if (report.isClean()) {
            purge();
        }
        return report.isClean();
    }

    private UpgradeReport run(FaultySuite suite, History history) {
        List<String> failures = new ArrayList<>();
        try (Rotation rotation = Rotation.of(suite);
                Workload workload = workload(suite, history)) {
            workload.start();
            Pauses.of(WARM_UP);
            Instant begun = InstantSource.system().instant();
            say("the upgrade begins");
            failures.addAll(roll(suite, rotation));
            try {
                workload.stop();
            } catch (IllegalStateException broken) {
                failures.add(broken + ": " + broken.getCause());
            }
            say("the load has ended");
            new Rest(suite.suite(), () -> 0)
                    .await(PATIENCE_FOR_REST)
                    .forEach(left -> failures.add("Not at rest: " + left));
            say("the suite is at rest");
            Evidence evidence = new EvidenceCollector(suite.suite())
                    .collect(
                            history.operations(),
                            suite.poison(),
                            List.of(),
                            CampaignSuite.POLICIES,
                            CampaignSuite.remindAt(Optional.empty()),
                            CampaignSuite.OLDEST_ORPHAN,
                            workload.canaries(),
                            List.of(),
                            List.of());
            failures.addAll(CampaignFigures.whyNothingIsProved(new CampaignFigures(evidence).counts()));
            return new UpgradeReport(evidence, begun, failures, Audit.ofUpgrade(evidence));
        }
    }

    private static Workload workload(FaultySuite suite, History history) {
        return new Workload(
                suite.addresses(),
                SystemAccess.toSignatures(
                        suite.internalAddress(Service.QUALIFICATION),
                        suite.suite().infrastructure().identity()),
                Optional.empty(),
                // all texts are in the local inbox: earlier versions know only one sender
                number -> Optional.empty(),
                history,
                SEED,
                CampaignSuite.ESCALATED,
                Tempo.CALM_WITH_SHEETS,
                Optional.empty());
    }

    private List<String> roll(FaultySuite suite, Rotation rotation) {
        Rollout rollout = new Rollout(suite, rotation, graceful);
        try {
            rollout.migrate(Programs.current());
            if (contracts) {
                contract(suite);
            }
            say("the databases are migrated");
            rollout.forward(Programs.current());
            say("this version runs");
            Pauses.of(BETWEEN_STEPS);
            rollout.back(previous);
            say("the previous version runs on the new schema");
            Pauses.of(BETWEEN_STEPS);
            if (!brief) {
                rollout.forward(Programs.current());
                say("this version runs again");
                Pauses.of(BETWEEN_STEPS);
            }
            return List.of();
        } catch (LocalFailure failure) {
            return List.of(String.valueOf(failure.getMessage()));
        }
    }

    private static void contract(FaultySuite suite) {
        try (DatabaseSession session = DatabaseSession.of(suite, Service.QUALIFICATION)) {
            session.execute(CONTRACTION);
        }
    }

    private void say(String step) {
        long seconds = Duration.ofNanos(System.nanoTime() - startNanos).toSeconds();
        out.printf(Locale.ROOT, "%4d s: %s%n", seconds, step);
    }

    /** Deletes the data of this run, or of an earlier one that was killed. */
    private void purge() {
        Suite.endAtOnce(folder);
        try {
            Folders.delete(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        PrivateFiles.folder(folder);
    }
}
