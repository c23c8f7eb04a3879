package io.zizhi.e2e.faults.mutants;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The test that must fail with a mutant: it takes seconds, where a campaign takes minutes.
 *
 * @param module such as {@code platform/tests}
 * @param className with its package
 * @param method of the class
 */
record CatchingTest(String module, String className, String method) {

    /** A service that does not start has caught nothing. */
    private static final String NOT_STARTED = "Failed to start";

    /** As Surefire takes it. */
    String selector() {
        return className + "#" + method;
    }

    Path source(Path root) {
        return root.resolve(module).resolve("src/test/java").resolve(className.replace('.', '/') + ".java");
    }

    /** What the test says, from the reports in the tree; nothing where it passed or was not run. */
    Optional<String> failureIn(Path root) {
        Path report = root.resolve(module).resolve("target/surefire-reports/TEST-" + className + ".xml");
        if (!Files.exists(report)) {
            return Optional.empty();
        }
        try {
            String text = Files.readString(report);
            Pattern failed = Pattern.compile("<testcase name=\"" + Pattern.quote(method)
                    + "[^\"]*\"[^>]*>\\s*<(?:failure|error)(?: message=\"([^\"]*)\")?");
            return failed.matcher(text)
                    .results()
                    .map(found -> String.valueOf(found.group(1)))
                    .filter(message -> !message.contains(NOT_STARTED))
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
