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
import java.util.Map;
import java.util.Optional;

/**
 * Runs the campaign against a build with several bugs, of which one is switched on, with the faults that provoke it.
 * Runs at most three times, each with a new seed, until the expected invariant detects the bug.
 *
 * @param tree its build contains the bug
 * @param out receives the campaign's output; the label of the mutant precedes each line, because campaigns may run at
 *     the same time
 */
record MutantCampaign(Mutant mutant, SourceTree tree, PrintStream out) {

    private static final String CAMPAIGN = "io.zizhi.faults.campaign.FaultCampaign";
    private static final int SEEDS = 3;

    /** The environment variable that switches a bug on; the patches in {@code faults/mutants} read it. */
    private static final String SWITCH = "MUTANT";

    boolean isCaught(long seed) {
        for (long next = seed; next < seed + SEEDS; next++) {
            Optional<String> caught = run(next);
            if (caught.isPresent()) {
                out.println("Mutant " + mutant.label() + " was caught with seed " + next + ": "
                        + caught.get().strip());
                return true;
            }
            out.println("Mutant " + mutant.label() + " was NOT caught by " + mutant.catcher() + " with seed " + next);
        }
        return false;
    }

    /** Returns the campaign's line that shows the detection. */
    private Optional<String> run(long seed) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command(seed))
                    .directory(tree.folder().toFile())
                    .redirectErrorStream(true);
            builder.environment().putAll(environment());
            Process process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            List<String> lines = new ArrayList<>();
            try (BufferedReader reader = process.inputReader()) {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    out.println(mutant.label() + ": " + line);
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

    /** A state folder of its own: other campaigns may use, or have left data under, the same seed. */
    private Map<String, String> environment() {
        Path state = tree.folder().resolve(".zizhi").resolve(mutant.label());
        return Map.of(SWITCH, mutant.label(), "ZIZHI_STATE", state.toString());
    }

    /** Returns the command that runs this build's campaign with the services of the mutants' tree. */
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
                mutant.faults(),
                // Only the expected violation matters, so the campaign need not wait for data for all others.
                "--submissions",
                "0"));
        command.addAll(mutant.length());
        return command;
    }
}
