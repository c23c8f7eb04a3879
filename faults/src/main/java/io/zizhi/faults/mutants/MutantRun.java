package io.zizhi.faults.mutants;

import io.zizhi.faults.suite.SourceTree;
import io.zizhi.local.layout.ProjectFolder;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Builds a copy of the tree with bugs and checks that each is detected: by a campaign with the faults that provoke it, or
 * by a test. Bugs share a tree and a build. Those for campaigns are switched on one at a time; those for tests change
 * different places, and all tests run once. Deletes the tree if every bug was detected.
 */
public final class MutantRun {

    private static final long SEED = 7;

    /** Selects all mutants that tests must detect. */
    private static final String BY_TESTS = "by-tests";

    /** Selects all mutants that campaigns must detect. */
    private static final String BY_CAMPAIGNS = "by-campaigns";

    private final List<Mutant> mutants;
    private final Path folder;
    private final PrintStream out;
    private final SourceTree tree;

    private MutantRun(List<Mutant> mutants, String name, PrintStream out) {
        this.mutants = mutants;
        this.folder = ProjectFolder.state().resolve("mutants").resolve(name);
        this.out = out;
        Path root = ProjectFolder.find();
        out.println("Mutants " + name + ": copying the tree to " + folder);
        this.tree = SourceTree.copy(root, folder);
        mutants.forEach(mutant -> tree.apply(mutant.patch(root)));
    }

    /**
     * Returns whether each requested mutant was detected.
     *
     * @param arguments the mutant's name, or a group's, and optionally a seed
     * @throws IllegalArgumentException with a message for the user
     */
    public static boolean isCaught(List<String> arguments, PrintStream out) {
        if (arguments.isEmpty() || arguments.size() > 2) {
            throw new IllegalArgumentException(
                    "--mutant needs a name, or " + BY_TESTS + ", or " + BY_CAMPAIGNS + ", and at most a seed after it");
        }
        String name = arguments.getFirst();
        List<Mutant> mutants = switch (name) {
            case BY_TESTS -> Mutant.caughtByTests();
            case BY_CAMPAIGNS -> Mutant.caughtByCampaigns();
            default -> List.of(Mutant.called(name));
        };
        long seed = arguments.size() == 2 ? seed(arguments.getLast()) : SEED;
        MutantRun run = new MutantRun(mutants, name, out);
        return run.end(mutants.getFirst().test().isPresent() ? run.areCaughtByTests() : run.areCaughtByCampaigns(seed));
    }

    private static long seed(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException malformed) {
            throw new IllegalArgumentException("The seed must be a whole number, but is \"" + text + "\"", malformed);
        }
    }

    private boolean end(boolean allCaught) {
        if (allCaught) {
            tree.delete();
        } else {
            out.println("The tree is kept for inspection: " + folder);
        }
        return allCaught;
    }

    private boolean areCaughtByTests() {
        List<CatchingTest> tests =
                mutants.stream().flatMap(mutant -> mutant.test().stream()).toList();
        String output =
                tree.test(modules(), tests.stream().map(CatchingTest::selector).toList());
        boolean all = true;
        for (Mutant mutant : mutants) {
            Optional<String> failure = mutant.test().flatMap(test -> test.failureIn(folder));
            out.println("Mutant " + mutant.label() + " was " + (failure.isPresent() ? "" : "NOT ") + "caught by "
                    + mutant.catcher()
                    + failure.map(message -> ": " + message.strip()).orElse(""));
            all &= failure.isPresent();
        }
        if (!all) {
            out.println(output);
        }
        return all;
    }

    private boolean areCaughtByCampaigns(long seed) {
        out.println("Building " + String.join(", ", modules()) + " with them");
        tree.build(modules());
        boolean all = true;
        for (Mutant mutant : mutants) {
            all &= new MutantCampaign(mutant, tree, out).isCaught(seed);
        }
        return all;
    }

    private List<String> modules() {
        return mutants.stream()
                .flatMap(mutant -> mutant.modules().stream())
                .distinct()
                .toList();
    }
}
