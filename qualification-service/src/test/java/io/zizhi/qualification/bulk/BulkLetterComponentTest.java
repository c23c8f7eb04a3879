package io.zizhi.qualification.bulk;

import static io.zizhi.qualification.bulk.work.BulkWork.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Tokens;
import io.zizhi.qualification.testing.Desk;
import io.zizhi.qualification.testing.Filer;
import io.zizhi.qualification.testing.Letters;
import io.zizhi.qualification.testing.PeerDouble;
import io.zizhi.qualification.testing.Peers;
import io.zizhi.qualification.testing.Sheets;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An agency files several rows of one customer with one letter. */
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(PeerDouble.class)
class BulkLetterComponentTest {

    @Inject
    CircuitBreakerMaintenance breakers;

    private Filer customer;
    private Filer agency;
    private Letters letters;

    @BeforeEach
    void start() {
        customer = Filer.ofCompanyA();
        agency = Filer.ofAgency();
        letters = new Letters(agency);
        Peers.reset();
        breakers.resetAll();
    }

    @Test
    void second_row_waits_until_letter_of_first_is_approved() {
        long letter = letters.drafted(Letters.good());
        long id = upload(row(letter, "13900009101"), row(letter, "13900009102"));
        await().until(() -> states(id).equals(List.of("SUBMITTED", "AWAITING_LETTER")));
        Map<String, Object> first = rows(id).getFirst();
        assertThat(rows(id).getLast().toString()).contains("LETTER_IN_REVIEW");

        Desk.publish(Desk.approved(number(first, "workOrder"), number(first, "qualificationId")));

        await().until(() -> states(id).equals(List.of("SUBMITTED", "SUBMITTED")));
        assertThat(letters.status(letter)).isEqualTo("APPROVED");
    }

    @Test
    void waiting_row_fails_if_letter_is_withdrawn() {
        long letter = letters.drafted(Letters.good());
        letters.submit(letter).then().statusCode(200);
        long id = upload(row(letter, "13900009201"));
        await().until(() -> states(id).equals(List.of("AWAITING_LETTER")));

        letters.withdraw(letter).then().statusCode(200);

        await().until(() -> states(id).equals(List.of("FAILED")));
        assertThat(rows(id).getFirst().toString()).contains("LETTER_NOT_APPROVED");
    }

    private String row(long letter, String phone) {
        String row =
                Sheets.row(customer, Sheets.name(), phone, UUID.randomUUID().toString());
        return row.strip().replace("自用", "他用") + "," + letter + "\n";
    }

    private long upload(String... rows) {
        String sheet = Sheets.HEADER.strip() + ",letterId\n" + String.join("", rows);
        return RestAssured.given()
                .auth()
                .oauth2(Tokens.of("agency"))
                .config(RestAssured.config()
                        .encoderConfig(
                                EncoderConfig.encoderConfig().encodeContentTypeAs("text/csv", ContentType.BINARY)))
                .contentType("text/csv")
                .queryParam("noticeVersion", "2026-11")
                .body(sheet.getBytes(StandardCharsets.UTF_8))
                .post("/v1/bulk-filings")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    private List<Map<String, Object>> rows(long id) {
        return agency.request()
                .get("/v1/bulk-filings/" + id + "/rows")
                .jsonPath()
                .getList("items");
    }

    private List<String> states(long id) {
        return rows(id).stream().map(row -> String.valueOf(row.get("state"))).toList();
    }

    private static long number(Map<String, Object> row, String field) {
        return Long.parseLong(String.valueOf(row.get(field)));
    }
}
