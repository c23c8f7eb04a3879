package io.zizhi.faults.mutants;

import io.zizhi.faults.suite.SourceTree;
import io.zizhi.local.layout.LocalFailure;
import io.zizhi.local.layout.ProjectFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Builds the tree with one bug and runs the campaign against it, with the faults that provoke the bug. Runs at most
 * three times, each with a new seed, until the expected invariant detects it. Prints the campaign's output and deletes
 * the tree of a detected bug. Bugs that tests must detect share one tree, and their tests run once.
 */
public final class MutantRun {

    private static final String CAMPAIGN = "io.zizhi.faults.campaign.FaultCampaign";
    private static final long SEED = 7;
    private static final int SEEDS = 3;

    /** Selects all mutants that tests must detect. */
    private static final String BY_TESTS = "by-tests";

    private final Mutant mutant;
    private final PrintStream out;

    private MutantRun(Mutant mutant, PrintStream out) {
        this.mutant = mutant;
        this.out = out;
    }

    /**
     * Returns whether each requested mutant was detected.
     *
     * @param arguments the mutant's name and optionally a seed
     * @throws IllegalArgumentException with a message for the user
     */
    public static boolean isCaught(List<String> arguments, PrintStream out) {
        if (arguments.isEmpty() || arguments.size() > 2) {
            throw new IllegalArgumentException(
                    "--mutant needs a name, or " + BY_TESTS + ", and at most a seed after it");
        }
        String name = arguments.getFirst();
        if (name.equals(BY_TESTS)) {
            return areCaught(Mutant.caughtByTests(), out);
        }
        Mutant mutant = Mutant.called(name);
        if (mutant.test().isPresent()) {
            return areCaught(List.of(mutant), out);
        }
        return new MutantRun(mutant, out).run(arguments.size() == 2 ? seed(arguments.getLast()) : SEED);
    }

    private static long seed(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException malformed) {
            throw new IllegalArgumentException("The seed must be a whole number, but is \"" + text + "\"", malformed);
        }
    }

    /** Tests several mutants. They change different places of the tree, so one build contains all of them. */
    private static boolean areCaught(List<Mutant> mutants, PrintStream out) {
        Path root = ProjectFolder.find();
        Path folder = ProjectFolder.state().resolve("mutants").resolve(BY_TESTS);
        out.println("Mutants for tests: copying the tree to " + folder);
        SourceTree tree = SourceTree.copy(root, folder);
        mutants.forEach(mutant -> tree.apply(mutant.patch(root)));
        List<CatchingTest> tests =
                mutants.stream().flatMap(mutant -> mutant.test().stream()).toList();
        String output = tree.test(
                tests.stream().map(CatchingTest::module).distinct().toList(),
                tests.stream().map(CatchingTest::selector).toList());
        boolean all = true;
        for (Mutant mutant : mutants) {
            Optional<String> failure = mutant.test().flatMap(test -> test.failureIn(tree.folder()));
            out.println("Mutant " + mutant.label() + " was " + (failure.isPresent() ? "" : "NOT ") + "caught by "
                    + mutant.catcher()
                    + failure.map(message -> ": " + message.strip()).orElse(""));
            all &= failure.isPresent();
        }
        if (all) {
            tree.delete();
        } else {
            out.println(output);
            out.println("The tree is kept for inspection: " + folder);
        }
        return all;
    }

    private boolean run(long seed) {
        Path root = ProjectFolder.find();
        Path folder = ProjectFolder.state().resolve("mutants").resolve(mutant.label());
        out.println("Mutant " + mutant.label() + ": copying the tree to " + folder);
        SourceTree tree = SourceTree.copy(root, folder);
        tree.apply(mutant.patch(root));
        out.println("Building " + String.join(", ", mutant.modules()) + " with it");
        tree.build(mutant.modules());
        for (long next = seed; next < seed + SEEDS; next++) {
            Optional<String> caught = campaign(tree, next);
            if (caught.isPresent()) {
                tree.delete();
                out.println("Mutant " + mutant.label() + " was caught with seed " + next + ": "
                        + caught.get().strip());
                return true;
            }
            out.println("Mutant " + mutant.label() + " was NOT caught by " + mutant.catcher() + " with seed " + next);
        }
        out.println("Its tree is kept for inspection: " + folder);
        return false;
    }

    /** Returns the campaign's line that shows the detection. */
    private Optional<String> campaign(SourceTree tree, long seed) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command(seed))
                    .directory(tree.folder().toFile())
                    .redirectErrorStream(true);
            // other campaigns may have left data under the same seed
            builder.environment().remove("ZIZHI_STATE");
            Process process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            List<String> lines = new ArrayList<>();
            try (BufferedReader reader = process.inputReader()) {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    out.println(line);
                    lines.add(line);
                }
            }
            boolean failed = process.waitFor() != 0;
            return lines.stream()
                    .filter(line -> failed && mutant.isCaughtIn(line))
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalFailure("Interrupted while the campaign ran", e);
        }
    }

    /** Returns the command that runs this build's campaign with the services of the mutant's tree. */
    private List<String> command(long seed) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dstdout.encoding=UTF-8",
                "-D" + ProjectFolder.BUILD_FOLDER + "=" + ProjectFolder.buildFolder(),
                "-cp",
                System.getProperty("java.class.path"),
                CAMPAIGN,
                "--seed",
                Long.toString(seed),
                "--faults",
                mutant.faults()));
        command.addAll(mutant.length());
        return command;
    }
}
