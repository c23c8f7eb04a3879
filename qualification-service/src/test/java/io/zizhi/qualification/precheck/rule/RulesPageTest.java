package io.zizhi.qualification.precheck.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.qualification.precheck.LetterRule;
import io.zizhi.qualification.precheck.Precheck;
import io.zizhi.qualification.precheck.Rule;
import io.zizhi.qualification.precheck.RuleCode;
import io.zizhi.qualification.precheck.SignatureCodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The catalogue of codes, printed into the documentation. */
class RulesPageTest {

    private static final Path ROOT = root();
    private static final String SOURCES = "qualification-service/src/main/java/io/zizhi/qualification/precheck";

    @Test
    void the_page_of_the_rules_says_what_the_code_says() throws IOException {
        Path kept = ROOT.resolve("docs/rules.md");
        String made = page();
        Path renewed = ROOT.resolve("qualification-service/target/rules.md");
        Files.createDirectories(Objects.requireNonNull(renewed.getParent()));
        Files.writeString(renewed, made);
        assertThat(Files.exists(kept) ? Files.readString(kept) : "")
                .as("docs/rules.md is out of date. Renew it: cp qualification-service/target/rules.md docs/rules.md")
                .isEqualTo(made);
    }

    /** What the container finds by type at run time is found by its file here, so that no class is left out. */
    @Test
    void every_class_of_a_rule_is_printed() throws IOException {
        assertThat(RulesTest.ALL)
                .extracting(rule -> rule.getClass().getSimpleName())
                .containsExactlyInAnyOrderElementsOf(classes("rule"));
        assertThat(RulesTest.LETTERS)
                .extracting(rule -> rule.getClass().getSimpleName())
                .containsExactlyInAnyOrderElementsOf(classes("letter"));
    }

    private static Set<String> classes(String folder) throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve(SOURCES).resolve(folder))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("package-info.java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toSet());
        }
    }

    private static String page() {
        StringBuilder page = new StringBuilder("""
                # Rules

                What the pre-check looks at, and what to do about what it finds. This page is made from the code by `RulesPageTest`, which fails when it is out of
                date and says how to renew it; `GET /v1/rules` gives the same as data.

                `POST /v1/qualifications/{id}/evaluation` holds a working copy against every rule. What it finds is PASSED, FAILED, WARNING (the reviewer will look
                at it) or UNKNOWN (whoever has to be asked does not answer, or does not know), with a JSON pointer to the place; `POST /v1/qualifications/{id}/submission` runs the same
                rules and refuses where one fails. `POST /v1/qualifications/evaluation` does the same for a form that is not saved yet. A code marked * says something of
                other accounts and is told to the reviewer only. A new rule is one class that implements `Rule`.

                An authorization letter has rules of its own, the classes that implement `LetterRule`: `POST /v1/authorization-letters/{id}/evaluation` runs them, its
                submission does, and so does the qualification that it is handed in with, where their places start with `/letter`. `POST /internal/v1/signatures/evaluation` says by
                `SignatureRules` whether a qualification may carry a signature.

                | code | 建议 | advice | rule |
                |---|---|---|---|
                """);
        new Precheck(RulesTest.ALL).catalogue().forEach(code -> page.append(row(code)));
        return page.toString();
    }

    private static String row(RuleCode code) {
        return "| %s | %s | %s | `%s` |\n"
                .formatted(
                        code.forReviewer() ? code.code() + " *" : code.code(),
                        code.adviceZh(),
                        code.adviceEn(),
                        ruleOf(code));
    }

    private static String ruleOf(RuleCode code) {
        if (SignatureCodes.ALL.contains(code)) {
            return "SignatureRules";
        }
        Stream<Class<?>> letters = RulesTest.LETTERS.stream()
                .filter(rule -> rule.codes().contains(code))
                .map(LetterRule::getClass);
        Stream<Class<?>> forms = RulesTest.ALL.stream()
                .filter(rule -> !(rule instanceof LetterAttached)
                        || code.code().equals("LETTER_PARTY_MISMATCH")
                        || RulesTest.LETTERS.stream()
                                .noneMatch(letter -> letter.codes().contains(code)))
                .filter(rule -> rule.codes().contains(code))
                .map(Rule::getClass);
        return Stream.concat(letters, forms)
                .map(Class::getSimpleName)
                .sorted(Comparator.naturalOrder())
                .collect(Collectors.joining("`, `"));
    }

    /** Tests run in the folder of their module or of the project. */
    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            folder = Objects.requireNonNull(folder.getParent());
        }
        return folder;
    }
}
