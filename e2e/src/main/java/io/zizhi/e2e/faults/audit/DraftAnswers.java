package io.zizhi.e2e.faults.audit;

import io.zizhi.e2e.faults.driver.Moment;
import io.zizhi.e2e.faults.driver.Operation;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Drafts, by their names: no driver gives two drafts one name, except by sending one again. */
final class DraftAnswers implements Answers {

    @Override
    public void compare(Evidence evidence, Findings findings) {
        Map<String, List<Row>> rowsByName = evidence.rows(Evidence.QUALIFICATION, "qualification").stream()
                .collect(Collectors.groupingBy(row -> row.text("name")));
        Map<String, List<Operation>> asked = evidence.operations().stream()
                .filter(operation -> operation.name().equals("draft"))
                .collect(Collectors.groupingBy(operation -> operation.sent("qualificationName")));
        Set<String> names = new HashSet<>(asked.keySet());
        names.addAll(rowsByName.keySet());
        for (String name : names) {
            compare(name, asked.getOrDefault(name, List.of()), rowsByName.getOrDefault(name, List.of()), findings);
        }
    }

    private static void compare(String name, List<Operation> operations, List<Row> rows, Findings findings) {
        findings.require(rows.size() <= 1, "The draft " + name + " is there " + rows.size() + " times", rows);
        findings.require(
                rows.isEmpty() || operations.stream().anyMatch(operation -> operation.end() != Moment.FAIL),
                "The draft " + name + " is there and was refused, or nobody asked for it",
                rows,
                operations);
        operations.stream()
                .filter(operation -> operation.end() == Moment.OK)
                .forEach(operation -> findings.require(
                        rows.stream().anyMatch(row -> row.text("id").equals(operation.got("id"))),
                        "The draft " + operation.got("id") + " is lost",
                        operation,
                        rows));
    }
}
