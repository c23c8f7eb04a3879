package io.zizhi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.zizhi.local.demo.DemoAccounts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Two operators import a qualification that another system approved. Its owner finds it approved and amends it. */
class ImportJourneyIT {

    private static final String HEADER =
            "accountId,sourceSystem,sourceReference,approvedOn,approvalValidUntil,name,purpose,"
                    + "ownerType,companyName,creditCode,certificateKind,certificateDocumentId,certificateValidFrom,certificateValidTo,"
                    + "administratorName,administratorIdType,administratorIdNumber,administratorPhone\n";

    private final Addresses addresses = RunningSuite.addresses();
    private final Importer first = new Importer(addresses, "operator");
    private final Importer second = new Importer(addresses, "operator-b");
    private final Applicant owner = new Applicant(addresses, "applicant-a", DemoAccounts.COMPANY_A);
    private final Random random = TestRandom.seeded();
    private final InventedPerson person = InventedPerson.drawn(random);
    private final String reference = "ZZ-" + TestRandom.suffix(random);

    @Test
    void owner_finds_imported_qualification_approved_and_can_amend_it() {
        String certificate = owner.upload("BUSINESS_LICENSE", Specimen.moreMaterial("Certificate " + reference));
        long id = first.upload((HEADER + row(certificate)).getBytes(StandardCharsets.UTF_8));
        first.await(id, "CHECKED");
        first.confirm(id).expect(403);
        second.confirm(id).expect(200);
        second.await(id, "COMPLETED");
        JsonNode row = second.rows(id).path(0);
        assertThat(row.path("state").asText()).as(row.toString()).isEqualTo("IMPORTED");
        assertThat(row.findValuesAsText("pointer"))
                .as("documents are optional")
                .noneMatch(pointer -> pointer.endsWith("DocumentId"));

        long qualificationId = row.path("qualificationId").asLong();
        JsonNode qualification = owner.qualification(qualificationId);
        assertThat(qualification.path("status").asText()).isEqualTo("APPROVED");
        assertThat(qualification.at("/provenance/sourceReference").asText()).isEqualTo(reference);
        assertThat(qualification.at("/form/company/certificate/documentId").asText())
                .isEqualTo(certificate);
        assertThat(qualification.has("dueAt")).isFalse();

        JsonNode amended =
                owner.edit(qualificationId, qualification.path("version").asLong(), qualification.path("form"));
        assertThat(amended.path("workingCopy").asBoolean()).isTrue();
        assertThat(amended.path("status").asText()).isEqualTo("APPROVED");
    }

    private String row(String certificate) {
        return String.join(
                        ",",
                        List.of(
                                DemoAccounts.COMPANY_A.id(),
                                "legacy-portal",
                                reference,
                                "2025-06-01",
                                "2028-12-31",
                                "导入" + TestRandom.suffix(random),
                                "自用",
                                "企业",
                                DemoAccounts.COMPANY_A.companyName(),
                                DemoAccounts.COMPANY_A.creditCode(),
                                "企业营业执照",
                                certificate,
                                "2020-01-01",
                                "长期",
                                person.name(),
                                "居民身份证",
                                person.idNumber(),
                                person.phone()))
                + "\n";
    }
}
