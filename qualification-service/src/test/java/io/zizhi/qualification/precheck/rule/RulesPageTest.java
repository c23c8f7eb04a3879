package io.zizhi.qualification.precheck.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.qualification.precheck.LetterRule;
import io.zizhi.qualification.precheck.Precheck;
import io.zizhi.qualification.precheck.Rule;
import io.zizhi.qualification.precheck.RuleCode;
import io.zizhi.qualification.precheck.SignatureCodes;
import io.zizhi.qualification.precheck.rule.document.LetterAttached;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Prints the catalogue of codes into {@code docs/rules.md} and its Chinese twin. */
class RulesPageTest {

    private static final Path ROOT = root();
    private static final String SOURCES = "qualification-service/src/main/java/io/zizhi/qualification/precheck";

    private static final String ENGLISH = """
        # Rules

        English | [简体中文](rules.zh-CN.md)

        The codes of the pre-check with advice for each. `RulesPageTest` generates this page from the code; the test fails when the page is out of date
        and prints the command that renews it. `GET /v1/rules` returns the same data.

        `POST /v1/qualifications/{id}/evaluation` evaluates a working copy against all rules. Each result has a JSON pointer to the field and is PASSED, FAILED,
        WARNING (a reviewer checks the field) or UNKNOWN (a required service does not answer or has no data). `POST /v1/qualifications/{id}/submission` runs
        the same rules and rejects the submission if one fails. `POST /v1/qualifications/evaluation` evaluates a form that is not saved yet. Codes marked *
        reveal something about other accounts, so only reviewers see them. A new rule is one class that implements `Rule`.

        Authorization letters have their own rules, the classes that implement `LetterRule`. They run in `POST /v1/authorization-letters/{id}/evaluation`, when
        a letter is submitted, and when a qualification is submitted together with a letter; in that case pointers start with `/letter`.
        `POST /internal/v1/signatures/evaluation` applies `SignatureRules`, which decide whether a signature can be bound to a qualification.

        | code | 建议 | advice | rule |
        |---|---|---|---|
        """;
    private static final String CHINESE = """
        # 规则

        [English](rules.md) | 简体中文

        预检的全部规则码，每个都附修改建议。`RulesPageTest` 根据代码生成本页；页面过期时测试失败，并给出更新命令。`GET /v1/rules` 返回同样的数据。

        `POST /v1/qualifications/{id}/evaluation` 用全部规则预检草稿或变更。每项结果带有指向字段的 JSON pointer，为以下之一：PASSED（通过）、FAILED（不通过）、
        WARNING（提醒，由审核员核实该字段）、UNKNOWN（所依赖的服务未应答或没有数据）。`POST /v1/qualifications/{id}/submission` 执行同样的规则，有一项不通过即拒绝提交。
        `POST /v1/qualifications/evaluation` 预检尚未保存的表单。带 * 的规则码会透露其他账号的情况，因此只有审核员能看到。新增一条规则，只需一个实现 `Rule` 的类。

        授权委托书有自己的规则，即实现 `LetterRule` 的类，在以下时候执行：调用 `POST /v1/authorization-letters/{id}/evaluation`、单独提交授权委托书，
        以及资质连同授权委托书一并提交，此时 pointer 以 `/letter` 开头。
        `POST /internal/v1/signatures/evaluation` 执行 `SignatureRules`，判断签名能否绑定到资质。

        | 规则码 | 建议 | 建议（英文） | 规则 |
        |---|---|---|---|
        """;

    @ParameterizedTest
    @CsvSource({"rules.md, false", "rules.zh-CN.md, true"})
    void rules_page_is_up_to_date(String page, boolean chinese) throws IOException {
        Path kept = ROOT.resolve("docs").resolve(page);
        String made = page(chinese ? CHINESE : ENGLISH);
        Path renewed = ROOT.resolve("qualification-service/target").resolve(page);
        Files.createDirectories(Objects.requireNonNull(renewed.getParent()));
        Files.writeString(renewed, made);
        assertThat(Files.exists(kept) ? Files.readString(kept) : "")
                .as("docs/%1$s is out of date. Renew it: cp qualification-service/target/%1$s docs/%1$s", page)
                .isEqualTo(made);
    }

    /** Compares the listed rules with the source files, so that no class is missing from the page. */
    @Test
    void page_contains_every_rule_class() throws IOException {
        assertThat(RulesTest.ALL)
                .extracting(rule -> rule.getClass().getSimpleName())
                .containsExactlyInAnyOrderElementsOf(classes("rule"));
        assertThat(RulesTest.LETTERS)
                .extracting(rule -> rule.getClass().getSimpleName())
                .containsExactlyInAnyOrderElementsOf(classes("letter"));
    }

    private static Set<String> classes(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(ROOT.resolve(SOURCES).resolve(folder))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java") && !name.equals("package-info.java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toSet());
        }
    }

    private static String page(String introduction) {
        StringBuilder page = new StringBuilder(introduction);
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

    /** Finds the project root, because tests run in the folder of the module or of the project. */
    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            folder = Objects.requireNonNull(folder.getParent());
        }
        return folder;
    }
}
