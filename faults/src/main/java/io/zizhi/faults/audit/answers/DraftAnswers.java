package io.zizhi.faults.audit.answers;

import io.zizhi.faults.driver.history.Moment;
import io.zizhi.faults.driver.history.Operation;
import io.zizhi.faults.evidence.Evidence;
import io.zizhi.faults.evidence.Findings;
import io.zizhi.faults.evidence.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Checks the responses about drafts of qualifications and letters, matched by name. A driver reuses a name only to
 * repeat a request. A sheet requests a draft for each of its rows.
 */
final class DraftAnswers implements Answers {

    @Override
    public void compare(Evidence evidence, Findings findings) {
        Map<String, List<Operation>> qualifications = asked(evidence, "draft", "qualificationName");
        for (Operation sheet : SheetAnswers.uploaded(evidence)) {
            SheetAnswers.names(sheet)
                    .forEach(name -> qualifications
                            .computeIfAbsent(name, none -> new ArrayList<>())
                            .add(sheet));
        }
        compare(qualifications, byName(evidence, "qualification"), findings);
        compare(asked(evidence, "draftLetter", "letterName"), byName(evidence, "authorization_letter"), findings);
    }

    private static Map<String, List<Operation>> asked(Evidence evidence, String operation, String name) {
        return evidence.operations().stream()
                .filter(one -> one.name().equals(operation))
                .collect(Collectors.groupingBy(one -> one.sent(name), HashMap::new, Collectors.toList()));
    }

    private static Map<String, List<Row>> byName(Evidence evidence, String table) {
        return evidence.rows(Evidence.QUALIFICATION, table).stream()
                .collect(Collectors.groupingBy(row -> row.text("name")));
    }

    private static void compare(
            Map<String, List<Operation>> asked, Map<String, List<Row>> rowsByName, Findings findings) {
        Set<String> names = new HashSet<>(asked.keySet());
        names.addAll(rowsByName.keySet());
        for (String name : names) {
            compare(name, asked.getOrDefault(name, List.of()), rowsByName.getOrDefault(name, List.of()), findings);
        }
    }

    private static void compare(String name, List<Operation> operations, List<Row> rows, Findings findings) {
        findings.require(rows.size() <= 1, "The draft " + name + " exists " + rows.size() + " times", rows);
        findings.require(
                rows.isEmpty() || operations.stream().anyMatch(operation -> operation.end() != Moment.FAIL),
                "The draft " + name + " exists although its request was rejected or does not exist",
                rows,
                operations);
        operations.stream()
                .filter(operation -> operation.end() == Moment.OK && !SheetAnswers.isSheet(operation))
                .forEach(operation -> findings.require(
                        rows.stream().anyMatch(row -> row.text("id").equals(operation.got("id"))),
                        "The draft " + operation.got("id") + " is missing",
                        operation,
                        rows));
    }
}
