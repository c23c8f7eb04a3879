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
import io.zizhi.faults.mutants.MutantRun;
import io.zizhi.faults.nemesis.Nemesis;
import io.zizhi.faults.suite.FaultySuite;
import io.zizhi.faults.suite.Strike;
import io.zizhi.faults.suite.outside.Outside;
import io.zizhi.local.layout.LocalFailure;
import io.zizhi.local.layout.ProjectFolder;
import io.zizhi.local.layout.Service;
import io.zizhi.local.server.Folders;
import io.zizhi.local.state.PrivateFiles;
import io.zizhi.local.suite.Suite;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * {@code ./zizhi faults}: runs a workload on a suite while faults strike it, heals it, and checks every invariant. Exit
 * code 0 only if all hold; report and history stay in {@code .zizhi/faults/<seed>/}.
 */
public final class FaultCampaign {

    private static final Duration PEACE_AFTER = Duration.ofSeconds(8);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofMinutes(8);

    /**
     * How long to wait for rest. The last submissions are escalated after 36 s, and staff are notified a minute later;
     * rows of sheets pause equally long.
     */
    private static final Duration PATIENCE_FOR_REST = Duration.ofMinutes(3);

    private static final Duration PATIENCE_AT_THE_END = Duration.ofSeconds(10);

    private final CampaignOptions options;
    private final Path folder;
    private final PrintStream out;
    private final InstantSource clock = InstantSource.system();
    private final List<String> failures = new ArrayList<>();

    /** @param folder of the installation; private to this campaign */
    public FaultCampaign(CampaignOptions options, Path folder, PrintStream out) {
        this.options = options;
        this.folder = folder;
        this.out = out;
    }

    /** Reports invalid arguments and failures of the campaign on the error stream. */
    public static void main(String[] arguments) {
        try {
            List<String> all = List.of(arguments);
            List<String> rest = all.isEmpty() ? all : all.subList(1, all.size());
            boolean sound = switch (all.isEmpty() ? "" : all.getFirst()) {
                case "--mutant" -> MutantRun.isCaught(rest, System.out);
                case "--upgrade-from" -> UpgradeRun.passes(rest, System.out);
                default -> campaign(CampaignOptions.of(arguments));
            };
            System.exit(sound ? 0 : 1);
        } catch (IllegalArgumentException refused) {
            System.err.println(refused.getMessage() + "\n" + CampaignOptions.USAGE);
            System.exit(2);
        } catch (LocalFailure failure) {
            System.err.println(failure.getMessage());
            System.exit(1);
        }
    }

    private static boolean campaign(CampaignOptions options) {
        Path folder = ProjectFolder.state().resolve("faults").resolve(Long.toString(options.seed()));
        try {
            return new FaultCampaign(options, folder, System.out).run().isClean();
        } catch (RuntimeException failure) {
            System.err.println("The campaign stopped: " + failure);
            failure.printStackTrace();
            return false;
        }
    }

    /** Runs the whole campaign; all processes have ended when it returns. */
    public CampaignReport run() {
        purgeEarlierRun();
        out.println("Fault campaign, seed " + options.seed() + ", "
                + (options.once() ? "once each of " : options.length().toSeconds() + " s of ")
                + options.faults().size() + " kinds of faults, " + options.replicas() + " of each service, in "
                + folder);
        Thread whenInterrupted = endsWith(Thread.currentThread());
        Runtime.getRuntime().addShutdownHook(whenInterrupted);
        Optional<Instant> reminders = CampaignSuite.reminders(options, clock.instant());
        CampaignReport report;
        try (Outside outside = Outside.start(options.seed(), Workload.accounts())) {
            report = run(whenInterrupted, outside, reminders);
        }
        PrivateFiles.write(folder.resolve("report.json"), report.toJson().toPrettyString() + "\n");
        out.println(report.summary());
        if (report.isClean() && !options.keep()) {
            delete("data", "run", "secrets", "config");
        }
        return report;
    }

    private CampaignReport run(Thread whenInterrupted, Outside outside, Optional<Instant> reminders) {
        FaultySuite suite = CampaignSuite.start(folder, options, reminders, outside.gateway());
        outside.gateway().sendReceiptsTo(suite.addresses().notification());
        try (History history = new History(folder.resolve("history.jsonl"), options.seed(), clock)) {
            DurabilitySettings.require(suite.suite());
            return run(suite, outside, history, reminders);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            suite.close();
            Runtime.getRuntime().removeShutdownHook(whenInterrupted);
        }
    }

    /** Handles Ctrl-C: first prevents new processes, then stops all processes. */
    private Thread endsWith(Thread campaign) {
        return new Thread(() -> {
            campaign.interrupt();
            try {
                campaign.join(PATIENCE_AT_THE_END);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            Suite.endAtOnce(folder);
        });
    }

    private CampaignReport run(FaultySuite suite, Outside outside, History history, Optional<Instant> reminders) {
        // Closed even after a failure, because workers must not use a suite that is shutting down.
        try (Workload workload = new Workload(
                suite.addresses(),
                SystemAccess.toSignatures(
                        suite.internalAddress(Service.QUALIFICATION),
                        suite.suite().infrastructure().identity()),
                Optional.of(SystemAccess.toCarrierFilings(
                        suite.internalAddress(Service.QUALIFICATION),
                        suite.suite().infrastructure().identity())),
                outside.gateway()::textTo,
                history,
                options.seed(),
                CampaignSuite.ESCALATED,
                options.once() ? Tempo.CALM : Tempo.FULL,
                reminders.map(at -> at.atZone(CampaignSuite.ZONE).toLocalDate()))) {
            return run(suite, outside, history, workload, reminders);
        }
    }

    private CampaignReport run(
            FaultySuite suite, Outside outside, History history, Workload workload, Optional<Instant> reminders) {
        Instant start = clock.instant();
        Nemesis nemesis = new Nemesis(suite, options.seed(), options.faults(), strike -> log(start, strike));
        if (!options.once()) {
            // a brief campaign does not wait for the last notice, a minute after the last alert
            workload.subscribeStaff();
        }
        workload.subscribeAccounts(outside.receivers());
        workload.start();
        strike(nemesis, start, history);
        Instant healed = clock.instant();
        stop(workload);
        outside.calm();
        List<String> undone = new Rest(suite.suite(), outside.gateway()::openReceipts).await(PATIENCE_FOR_REST);
        Duration toRest = Duration.between(healed, clock.instant());
        Evidence evidence = new EvidenceCollector(suite.suite())
                .collect(
                        history.operations(),
                        suite.poison(),
                        nemesis.strikes(),
                        CampaignSuite.POLICIES,
                        CampaignSuite.remindAt(reminders),
                        CampaignSuite.OLDEST_ORPHAN,
                        workload.canaries(),
                        outside.gateway().messages(),
                        outside.webhooks());
        CampaignFigures figures = new CampaignFigures(evidence);
        failures.addAll(CampaignFigures.whyNothingIsProved(figures.counts()));
        return new CampaignReport(
                options.seed(),
                start,
                nemesis.strikes(),
                figures.counts(),
                figures.slowestRecovery(nemesis.strikes()),
                toRest,
                figures.latestTimer(),
                undone,
                failures,
                Audit.of(evidence));
    }

    /** Strikes until the time is over. If a fault does not heal, the strikes end, but the audit still runs. */
    private void strike(Nemesis nemesis, Instant start, History history) {
        await(() -> EnoughWork.hasBegun(history.operations()));
        try {
            if (options.once()) {
                strikeOnceEach(nemesis, history);
            } else {
                nemesis.runUntil(() -> hasEnough(start, nemesis, history));
            }
        } catch (RuntimeException failure) {
            failures.add(String.valueOf(failure));
        }
        nemesis.heal();
    }

    /** Returns whether enough work was done. Allows more time on a busy machine. */
    private boolean hasEnough(Instant start, Nemesis nemesis, History history) {
        Duration passed = Duration.between(start, clock.instant());
        return passed.compareTo(options.length()) >= 0
                && ((EnoughWork.isIn(history.operations(), options.submissions()) && hasStruckWithAllKinds(nemesis))
                        || passed.compareTo(options.length().multipliedBy(2)) >= 0);
    }

    private boolean hasStruckWithAllKinds(Nemesis nemesis) {
        return nemesis.strikes().stream()
                        .filter(Strike::hit)
                        .map(Strike::fault)
                        .distinct()
                        .count()
                == options.faults().size();
    }

    /** Strikes once with each kind; the nemesis starts with these. */
    private void strikeOnceEach(Nemesis nemesis, History history) {
        for (int kind = 0; kind < options.faults().size(); kind++) {
            nemesis.strikeNext();
        }
        await(() -> EnoughWork.isIn(history.operations(), options.submissions()));
    }

    /** Waits with patience, because a busy machine gets little done. */
    private void await(BooleanSupplier done) {
        Instant end = clock.instant().plus(PATIENCE);
        while (!done.getAsBoolean() && clock.instant().isBefore(end)) {
            pause(LOOK);
        }
    }

    private void stop(Workload workload) {
        pause(PEACE_AFTER);
        try {
            workload.stop();
        } catch (IllegalStateException broken) {
            broken.printStackTrace(out);
            failures.add(broken + ": " + broken.getCause());
        }
    }

    private void log(Instant start, Strike strike) {
        out.printf(
                Locale.ROOT,
                "%6.1f s  %-22s %s%n",
                Duration.between(start, strike.from()).toMillis() / 1000.0,
                strike.fault(),
                strike.what());
    }

    private static void pause(Duration length) {
        LockSupport.parkNanos(length.toNanos());
    }

    /** Deletes the data of an earlier run with the same seed, which may have been killed. */
    private void purgeEarlierRun() {
        Suite.endAtOnce(folder);
        try {
            Folders.delete(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        PrivateFiles.folder(folder);
    }

    private void delete(String... parts) {
        try {
            for (String part : parts) {
                Folders.delete(folder.resolve(part));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
