package io.zizhi.qualification.testing;

import io.zizhi.platform.testkit.Tokens;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** CSV sheets with forms that pass the pre-check. */
public final class Sheets {

    /** The header for {@link #row}, in both languages. */
    public static final String HEADER =
            "name,purpose,主体类型,companyName,creditCode,certificateKind,certificateDocumentId,"
                    + "certificateValidFrom,certificateValidTo,legalRepresentativeName,legalRepresentativeIdType,legalRepresentativeIdNumber,"
                    + "legalRepresentativeValidFrom,legalRepresentativeValidTo,administratorName,administratorIdType,administratorIdNumber,"
                    + "administratorValidFrom,administratorValidTo,administratorEmblemDocumentId,"
                    + "administratorPortraitDocumentId,administratorPhone,phoneVerificationId,moreMaterial\n";

    private Sheets() {}

    /** Returns a row with its own administrator and documents. */
    public static String row(Filer filer, String name, String phone, String verification) {
        Map<String, Object> form = filer.goodForm();
        Map<String, Object> company = Forms.part(form, "company");
        String legalRepresentative = Forms.text(Forms.part(form, "legalRepresentative"), "idNumber");
        String administrator = Forms.text(Forms.part(form, "administrator"), "idNumber");
        List<String> cells = new ArrayList<>(List.of(name, "自用", "企业"));
        cells.addAll(List.of(Forms.text(company, "name"), Forms.text(company, "creditCode"), "企业营业执照"));
        cells.addAll(List.of(Forms.documentId(), "2020-01-01", "长期"));
        cells.addAll(List.of("李示例", "居民身份证", legalRepresentative, "2020/1/1", "2040年1月1日"));
        cells.addAll(List.of("王示例", "RESIDENT_ID", administrator, "2020-01-01", "2040-01-01"));
        cells.addAll(List.of(Forms.documentId(), Forms.documentId(), phone, verification));
        cells.add(Forms.documentId() + ";" + Forms.documentId());
        return String.join(",", cells) + "\n";
    }

    /** Uploads a sheet with {@code rows} valid rows as the filer. */
    public static long upload(Filer filer, int rows) {
        StringBuilder sheet = new StringBuilder(HEADER);
        for (int row = 0; row < rows; row++) {
            sheet.append(row(
                    filer,
                    name(),
                    "139%08d".formatted(10_000 + row),
                    UUID.randomUUID().toString()));
        }
        return io.restassured.RestAssured.given()
                .auth()
                .oauth2(Tokens.of(filer.user()))
                .config(io.restassured.RestAssured.config()
                        .encoderConfig(io.restassured.config.EncoderConfig.encoderConfig()
                                .encodeContentTypeAs("text/csv", io.restassured.http.ContentType.BINARY)))
                .contentType("text/csv")
                .queryParam("noticeVersion", "2026-11")
                .body(sheet.toString().getBytes(StandardCharsets.UTF_8))
                .post("/v1/bulk-filings")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    public static String name() {
        return "批量" + UUID.randomUUID().toString().replace("-", "");
    }
}
