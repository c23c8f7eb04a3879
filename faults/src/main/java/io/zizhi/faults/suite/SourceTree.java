package io.zizhi.faults.suite;

import io.zizhi.local.layout.LocalFailure;
import io.zizhi.local.layout.ProjectFolder;
import io.zizhi.local.server.Folders;
import io.zizhi.local.state.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Another source tree of the product: a copy of this one with its builds, or the tree of an earlier version. */
public final class SourceTree {

    private static final Set<String> LEFT_OUT =
            Set.of(".git", ".zizhi", "node_modules", "surefire-reports", "failsafe-reports");

    /**
     * Folder that is not copied. Its files name folders of the original tree, so tests of the copy would run the
     * original's classes.
     */
    private static final Path MODEL_OF_TESTS = Path.of("quarkus", "bootstrap");

    /** Build folders that are not copied: the files of running tests, and the builds for other purposes. */
    private static final List<Path> LEFT_OUT_OF_BUILDS = List.of(
            Path.of("target", "zizhi"),
            Path.of("target", "faults"),
            Path.of("target", "programs"),
            Path.of("target", "quick"),
            Path.of("target", "images"));

    private final Path folder;

    private SourceTree(Path folder) {
        this.folder = folder;
    }

    /** Copies the tree {@code root} to {@code folder}, replacing earlier content. */
    public static SourceTree copy(Path root, Path folder) {
        try {
            Folders.delete(folder);
            PrivateFiles.folder(folder);
            Files.walkFileTree(root, new Copy(root, folder));
            return new SourceTree(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the source tree that is already in {@code folder}. */
    public static SourceTree at(Path folder) {
        return new SourceTree(folder);
    }

    public Path folder() {
        return folder;
    }

    /** Deletes the copy. No process may run from it. */
    public void delete() {
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void apply(Path patch) {
        run(List.of("patch", "--strip=1", "--forward", "--fuzz=0", "--input=" + patch));
    }

    /** Builds {@code modules} and their dependencies without checks and tests. */
    public void build(List<String> modules) {
        List<String> command = new ArrayList<>(List.of(
                folder.resolve("mvnw").toString(),
                "--batch-mode",
                "--quiet",
                "--threads=2",
                "--activate-profiles=unchecked,programs",
                "-Dbuild.folder=" + ProjectFolder.buildFolder(),
                "--also-make",
                "--projects",
                String.join(",", modules),
                "package"));
        run(command);
    }

    /**
     * Builds the modules with their dependencies and runs some of their tests, which may fail.
     *
     * @param tests in Surefire's syntax, for example {@code io.zizhi.SomeTest#rejects_text}
     * @return Maven's output
     */
    public String test(List<String> modules, List<String> tests) {
        return output(
                List.of(
                        folder.resolve("mvnw").toString(),
                        "--batch-mode",
                        "--threads=2",
                        "--fail-at-end",
                        "-Dspotless.check.skip",
                        "-Dquarkus.build.skip",
                        "-Dmaven.test.failure.ignore",
                        "-Dsurefire.failIfNoSpecifiedTests=false",
                        "-Dtest=" + String.join(",", tests),
                        "--also-make",
                        "--projects",
                        String.join(",", modules),
                        "test"),
                false);
    }

    private void run(List<String> command) {
        output(command, true);
    }

    /** Runs {@code command} in this tree and returns its output. */
    private String output(List<String> command, boolean mustSucceed) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0 && mustSucceed) {
                throw new LocalFailure(String.join(" ", command) + " failed:\n" + output);
            }
            return output;
        } catch (IOException e) {
            throw new LocalFailure(command.getFirst() + " could not be started: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalFailure("Interrupted while " + command.getFirst() + " ran", e);
        }
    }

    /** Keeps file times, because Maven uses them to detect changes. */
    private static final class Copy extends SimpleFileVisitor<Path> {

        private final Path from;
        private final Path to;

        Copy(Path from, Path to) {
            this.from = from;
            this.to = to;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) throws IOException {
            if (isLeftOut(directory)) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectories(to.resolve(from.relativize(directory)));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (attributes.isRegularFile()) {
                Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
            return FileVisitResult.CONTINUE;
        }

        private static boolean isLeftOut(Path directory) {
            return LEFT_OUT.contains(directory.getFileName().toString())
                    || directory.endsWith(MODEL_OF_TESTS)
                    || LEFT_OUT_OF_BUILDS.stream()
                            .filter(folder -> !folder.equals(Path.of(ProjectFolder.buildFolder())))
                            .anyMatch(directory::endsWith);
        }
    }
}
