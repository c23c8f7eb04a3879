package io.zizhi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.zizhi.local.demo.DemoAccounts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** An applicant files with a sheet as people write it, corrects it, and uploads the result again. */
class SheetJourneyIT {

    private static final String HEADER = "名称（必填）,是否自用,主体,公司名称,统一社会信用代码,证件种类,营业执照,证件有效期起,证件有效期至,"
            + "法人姓名,法人证件类型,法人身份证号,法人证件有效期起,法人证件有效期至,"
            + "管理员姓名,管理员证件类型,管理员身份证号,管理员证件有效期起,管理员证件有效期至,管理员国徽面,管理员人像面,手机号,手机验证 ID\n";

    private final Addresses addresses = RunningSuite.addresses();
    private final Operator operator = new Operator(addresses);
    private final Applicant applicant = new Applicant(addresses, "applicant-a", DemoAccounts.COMPANY_A);
    private final Random random = TestRandom.seeded();
    private final InventedPerson person = InventedPerson.drawn(random);
    private final String suffix = TestRandom.suffix(random);

    @Test
    void corrected_sheet_submits_its_rows() {
        uploadDocuments();
        String verification = applicant.requestPhoneCode(person.phone());
        applicant.enterPhoneCode(verification, Waiting.until("the code", () -> operator.code(person.phone())));
        JsonNode form = applicant.fillIn("表格" + suffix, "COMPANY", person, verification);
        long first = applicant.uploadSheet(sheet(form, "乱写"));
        JsonNode wrong = ended(first).at("/items/0");
        assertThat(wrong.path("state").asText()).isEqualTo("INVALID");
        assertThat(wrong.path("name").asText()).isEqualTo("表格" + suffix);
        assertThat(wrong.path("phone").asText()).contains("****");
        assertThat(wrong.at("/findings/0/header").asText()).isEqualTo("主体");
        assertThat(wrong.at("/findings/0/cell").asText()).isEqualTo("C2");
        assertThat(wrong.at("/findings/0/adviceZh").asText()).contains("企业");

        long second = applicant.uploadSheet(sheet(form, "公司"));
        JsonNode row = ended(second).at("/items/0");
        assertThat(row.path("state").asText()).as(row.toPrettyString()).isEqualTo("SUBMITTED");
        assertThat(applicant.bulkFilings().at("/items/0/id").asLong()).isEqualTo(second);
        JsonNode repeated = ended(applicant.uploadSheet(sheet(form, "公司"))).at("/items/0");
        assertThat(repeated.path("state").asText())
                .as(repeated.toPrettyString())
                .isEqualTo("SKIPPED");
        assertThat(repeated.path("workOrder").asLong())
                .isEqualTo(row.path("workOrder").asLong());
        assertThat(applicant
                        .uploadWorkbook(applicant.bulkResult(first))
                        .path("skipped")
                        .asInt())
                .isZero();
    }

    private void uploadDocuments() {
        String company = Objects.requireNonNull(DemoAccounts.COMPANY_A.companyName());
        String code = Objects.requireNonNull(DemoAccounts.COMPANY_A.creditCode());
        applicant.upload("BUSINESS_LICENSE", file("执照"), Specimen.businessLicense(company, code));
        applicant.upload("ID_EMBLEM", file("国徽面"), Specimen.idEmblem("2020-01-01 - 2040-01-01"));
        applicant.upload("ID_PORTRAIT", file("人像面"), Specimen.idPortrait(person.idNumber()));
    }

    private String file(String name) {
        return name + " " + suffix + ".png";
    }

    private byte[] sheet(JsonNode form, String ownerType) {
        List<String> cells = List.of(
                "表格" + suffix,
                "是",
                ownerType,
                text(form, "/company/name"),
                text(form, "/company/creditCode"),
                "营业执照",
                file("执照"),
                text(form, "/company/certificate/validFrom"),
                "长期",
                text(form, "/legalRepresentative/name"),
                "身份证",
                text(form, "/legalRepresentative/idNumber"),
                text(form, "/legalRepresentative/validFrom"),
                text(form, "/legalRepresentative/validTo"),
                text(form, "/administrator/name"),
                "身份证",
                text(form, "/administrator/idNumber"),
                text(form, "/administrator/validFrom"),
                text(form, "/administrator/validTo"),
                file("国徽面"),
                file("人像面"),
                person.phone(),
                text(form, "/administrator/phoneVerificationId"));
        return (HEADER + String.join(",", cells) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String text(JsonNode form, String pointer) {
        return form.at(pointer).asText();
    }

    private JsonNode ended(long filing) {
        return Waiting.until(
                "the end of the sheet",
                () -> Optional.of(applicant.bulkRows(filing))
                        .filter(rows -> List.of("SUBMITTED", "SKIPPED", "FAILED", "INVALID")
                                .contains(rows.at("/items/0/state").asText())));
    }
}
