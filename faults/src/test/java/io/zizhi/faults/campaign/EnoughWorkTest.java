package io.zizhi.faults.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.faults.driver.history.Moment;
import io.zizhi.faults.driver.history.Operation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EnoughWorkTest {

    private static final Operation FIRST = submitted("20000001", Moment.OK);
    private static final Operation SECOND = submitted("20000002", Moment.OK);
    private static final Operation LETTER = operation("submitLetter", Map.of(), Map.of(), Moment.OK);
    private static final Operation SHEET = operation("uploadSheet", Map.of(), Map.of(), Moment.OK);
    private static final Operation ACCEPTED = reported("ACCEPTED", Moment.OK);
    private static final Operation REJECTED = reported("REJECTED", Moment.OK);

    @Test
    void needs_submissions_letters_sheets_and_both_answers_of_carriers() {
        List<Operation> enough = List.of(FIRST, SECOND, LETTER, SHEET, ACCEPTED, REJECTED);
        assertThat(EnoughWork.isIn(enough, 2)).isTrue();
        assertThat(enough).allSatisfy(missing -> {
            List<Operation> rest =
                    enough.stream().filter(each -> !each.equals(missing)).toList();
            assertThat(EnoughWork.isIn(rest, 2)).isFalse();
        });
    }

    @Test
    void counts_work_once_and_only_if_it_succeeded() {
        List<Operation> others = List.of(FIRST, LETTER, SHEET, ACCEPTED);
        assertThat(isEnough(others, SECOND, REJECTED)).isTrue();
        assertThat(isEnough(others, FIRST, REJECTED)).isFalse();
        assertThat(isEnough(others, submitted("20000002", Moment.INFO), REJECTED))
                .isFalse();
        assertThat(isEnough(others, SECOND, reported("REJECTED", Moment.FAIL))).isFalse();
    }

    @Test
    void begins_with_a_submission_and_a_decision() {
        Operation decision = operation("decide", Map.of(), Map.of(), Moment.OK);
        assertThat(EnoughWork.hasBegun(List.of(FIRST, decision))).isTrue();
        assertThat(EnoughWork.hasBegun(List.of(FIRST))).isFalse();
        assertThat(EnoughWork.hasBegun(List.of(decision))).isFalse();
    }

    @Test
    void nothing_is_enough_if_nothing_need_be_done() {
        assertThat(EnoughWork.isIn(List.of(), 0)).isTrue();
    }

    private static boolean isEnough(List<Operation> others, Operation... more) {
        return EnoughWork.isIn(Stream.concat(others.stream(), Stream.of(more)).toList(), 2);
    }

    private static Operation submitted(String workOrder, Moment end) {
        return operation("submit", Map.of(), Map.of("workOrder", workOrder), end);
    }

    private static Operation reported(String result, Moment end) {
        return operation("reportFiling", Map.of("result", result), Map.of(), end);
    }

    private static Operation operation(String name, Map<String, String> asked, Map<String, String> got, Moment end) {
        Instant at = Instant.parse("2026-11-30T02:00:00Z");
        return new Operation(1, "worker", name, asked, end, got, at, at);
    }
}
