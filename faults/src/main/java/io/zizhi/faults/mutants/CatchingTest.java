package io.zizhi.faults.mutants;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The test that must fail for a mutant. It takes seconds, while a campaign takes minutes.
 *
 * @param module such as {@code platform/tests}
 * @param className with its package
 * @param method of the class
 */
record CatchingTest(String module, String className, String method) {

    /** Marks the failure of a service that did not start and so detected nothing. */
    private static final String NOT_STARTED = "Failed to start";

    /** Returns the selector in Surefire's syntax. */
    String selector() {
        return className + "#" + method;
    }

    Path source(Path root) {
        return root.resolve(module).resolve("src/test/java").resolve(className.replace('.', '/') + ".java");
    }

    /** Returns the test's failure message from the reports in the tree; empty if it passed or did not run. */
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
