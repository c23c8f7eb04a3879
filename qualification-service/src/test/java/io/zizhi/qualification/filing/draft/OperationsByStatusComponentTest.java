package io.zizhi.qualification.filing.draft;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zizhi.contracts.ReviewDecided;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.qualification.model.qualification.QualificationStatus;
import io.zizhi.qualification.testing.Desk;
import io.zizhi.qualification.testing.Filer;
import io.zizhi.qualification.testing.Filer.Submitted;
import io.zizhi.qualification.testing.Forms;
import io.zizhi.qualification.testing.PeerDouble;
import io.zizhi.qualification.testing.Peers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The table of operations by status. A row ending in {@code +} has an approved revision in force. A cell is the resulting
 * status, GONE, or an error code. Each permitted operation has its own qualification, except the submission after an
 * edit. The row's refused operations come before the first permitted one, which they must not affect.
 */
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(PeerDouble.class)
class OperationsByStatusComponentTest {

    private static final String GONE = "GONE";

    private static final String TABLE = """
            from                  | submit             | edit                | then submit        | withdraw           | delete             | discard
            DRAFT                 | IN_REVIEW          | DRAFT               | IN_REVIEW          | ILLEGAL_TRANSITION | GONE               | ILLEGAL_TRANSITION
            IN_REVIEW             | ILLEGAL_TRANSITION | ILLEGAL_TRANSITION  | ILLEGAL_TRANSITION | WITHDRAWN          | ILLEGAL_TRANSITION | ILLEGAL_TRANSITION
            IN_REVIEW +           | ILLEGAL_TRANSITION | ILLEGAL_TRANSITION  | ILLEGAL_TRANSITION | WITHDRAWN          | ILLEGAL_TRANSITION | ILLEGAL_TRANSITION
            APPROVED              | NOTHING_CHANGED    | APPROVED            | IN_REVIEW          | ILLEGAL_TRANSITION | GONE               | NOTHING_TO_DISCARD
            APPROVED +            | IN_REVIEW          | APPROVED            | IN_REVIEW          | ILLEGAL_TRANSITION | GONE               | APPROVED
            REJECTED              | NOTHING_CHANGED    | REJECTED            | IN_REVIEW          | ILLEGAL_TRANSITION | GONE               | NOT_IN_FORCE
            REJECTED +            | NOTHING_CHANGED    | REJECTED            | IN_REVIEW          | ILLEGAL_TRANSITION | GONE               | APPROVED
            SUPPLEMENT_REQUIRED   | NOTHING_CHANGED    | SUPPLEMENT_REQUIRED | IN_REVIEW          | ILLEGAL_TRANSITION | GONE               | NOT_IN_FORCE
            SUPPLEMENT_REQUIRED + | NOTHING_CHANGED    | SUPPLEMENT_REQUIRED | IN_REVIEW          | ILLEGAL_TRANSITION | GONE               | APPROVED
            WITHDRAWN             | IN_REVIEW          | WITHDRAWN           | IN_REVIEW          | ILLEGAL_TRANSITION | GONE               | NOT_IN_FORCE
            WITHDRAWN +           | IN_REVIEW          | WITHDRAWN           | IN_REVIEW          | ILLEGAL_TRANSITION | GONE               | APPROVED
            """;

    private static final Map<String, BiFunction<Filer, Submitted, Response>> OPERATIONS = Map.of(
            "edit", OperationsByStatusComponentTest::edit,
            "submit", (filer, it) -> filer.submit(it.id()),
            "then submit", (filer, it) -> filer.submit(it.id()),
            "withdraw", (filer, it) -> filer.withdraw(it.id()),
            "delete", (filer, it) -> filer.delete(it.id()),
            "discard", (filer, it) -> filer.discard(it.id()));

    private static final Map<String, Function<Filer, Submitted>> BEGINNINGS = Map.ofEntries(
            Map.entry("DRAFT", OperationsByStatusComponentTest::drafted),
            Map.entry("IN_REVIEW", Filer::submitted),
            Map.entry("IN_REVIEW +", filer -> filer.amended(filer.approved())),
            Map.entry("APPROVED", Filer::approved),
            Map.entry("APPROVED +", OperationsByStatusComponentTest::amendmentOpened),
            Map.entry("REJECTED", filer -> decided(filer, filer.submitted(), Desk::rejected)),
            Map.entry("REJECTED +", filer -> decided(filer, filer.amended(filer.approved()), Desk::rejected)),
            Map.entry("SUPPLEMENT_REQUIRED", filer -> decided(filer, filer.submitted(), Desk::supplement)),
            Map.entry(
                    "SUPPLEMENT_REQUIRED +",
                    filer -> decided(filer, filer.amended(filer.approved()), Desk::supplement)),
            Map.entry("WITHDRAWN", filer -> withdrawn(filer, filer.submitted())),
            Map.entry("WITHDRAWN +", filer -> withdrawn(filer, filer.amended(filer.approved()))));

    private Filer filer;

    @BeforeEach
    void start() {
        filer = Filer.ofCompanyA();
        Peers.reset();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("objects")
    void operations_follow_the_table_in_every_status(String from, List<Cell> cells) {
        Submitted it = requireNonNull(BEGINNINGS.get(from)).apply(filer);
        String status = from.replace(" +", "");
        filer.get(it.id()).then().statusCode(200).body("status", equalTo(status));

        for (Cell cell : cells) {
            Response answer = requireNonNull(OPERATIONS.get(cell.operation())).apply(filer, it);
            Response after = filer.get(it.id());
            String found = after.statusCode() == 404 ? GONE : after.jsonPath().getString("status");

            if (!cell.isPermitted()) {
                assertThat(answer.statusCode()).as(cell.toString()).isEqualTo(409);
                assertThat(answer.jsonPath().getString("code"))
                        .as(cell.toString())
                        .isEqualTo(cell.expected());
                assertThat(found).as(cell.toString()).isEqualTo(status);
            } else {
                assertThat(answer.statusCode())
                        .as(cell.toString())
                        .isEqualTo(cell.expected().equals(GONE) ? 204 : 200);
                assertThat(found).as(cell.toString()).isEqualTo(cell.expected());
            }
        }
    }

    static Stream<Arguments> objects() {
        List<List<String>> rows = TABLE.lines()
                .map(line ->
                        Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
                .toList();
        List<String> operations = rows.getFirst();
        return rows.stream()
                .skip(1)
                .flatMap(row -> objects(IntStream.range(1, row.size())
                                .mapToObj(column -> new Cell(operations.get(column), row.get(column)))
                                .toList())
                        .map(cells -> Arguments.of(row.getFirst(), cells)));
    }

    /** Returns the cells of each qualification of a row. */
    private static Stream<List<Cell>> objects(List<Cell> row) {
        List<Cell> refused = new ArrayList<>();
        List<List<Cell>> objects = new ArrayList<>();
        for (Cell cell : row) {
            if (!cell.isPermitted()) {
                refused.add(cell);
            } else if (cell.operation().equals("then submit")) {
                objects.getLast().add(cell);
            } else {
                objects.add(new ArrayList<>(List.of(cell)));
            }
        }
        objects.getFirst().addAll(0, refused);
        return objects.stream();
    }

    private static Response edit(Filer filer, Submitted it) {
        return filer.edit(it.id(), Forms.verifiedAgain(it.form()));
    }

    private static Submitted drafted(Filer filer) {
        Map<String, Object> form = filer.goodForm();
        return new Submitted(filer.draft(form), 0, form);
    }

    private static Submitted amendmentOpened(Filer filer) {
        Submitted approved = filer.approved();
        edit(filer, approved).then().statusCode(200);
        return approved;
    }

    private static Submitted withdrawn(Filer filer, Submitted submitted) {
        filer.withdraw(submitted.id()).then().statusCode(200);
        Peers.releasePhone(submitted.form());
        return submitted;
    }

    private static Submitted decided(Filer filer, Submitted submitted, BiFunction<Long, Long, ReviewDecided> decision) {
        ReviewDecided decided = decision.apply(submitted.workOrder(), submitted.id());
        Desk.publish(decided);
        filer.awaitStatus(
                submitted.id(),
                switch (decided.outcome()) {
                    case APPROVED -> "APPROVED";
                    case REJECTED -> "REJECTED";
                    case SUPPLEMENT_REQUESTED -> "SUPPLEMENT_REQUIRED";
                });
        return submitted;
    }

    record Cell(String operation, String expected) {

        boolean isPermitted() {
            return expected.equals(GONE)
                    || Arrays.stream(QualificationStatus.values())
                            .anyMatch(status -> status.name().equals(expected));
        }

        @Override
        public String toString() {
            return operation + " → " + expected;
        }
    }
}
